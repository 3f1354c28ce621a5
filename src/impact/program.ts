import { buildModel } from '../processes/build.ts';
import type { FileFacts } from '../processes/facts.ts';
import type { ProcessModel } from '../processes/model.ts';
import { DEFAULT_SETTINGS } from '../processes/settings.ts';
import { bytesOfSync } from '../project/bytes.ts';
import { ImportGraph } from '../project/importers.ts';
import { type ModuleMember, Modules } from '../project/modules.ts';
import { roughText } from '../project/read.ts';
import { decode, isUnreadable } from '../syntax/decode.ts';
import { parse } from '../syntax/parse.ts';
import { type FileText, fileText, isTest, TextFacts } from './texts.ts';

/** A project that start sites belong to: its files, each read and modelled once, when somebody asks. */
export class Program {
  private readonly modules: Modules;
  private readonly models = new Map<string, ProcessModel | null>();
  private readonly texts = new Map<string, FileText>();
  private readonly surroundings = new Map<string, TextFacts>();
  private readonly dependents = new Map<string, readonly string[]>();
  private readonly sources = new Map<string, string>();
  private imports: ImportGraph | null = null;

  /** `files` are absolute paths. */
  constructor(
    private readonly files: readonly string[],
    root: string,
    private readonly factsOf: (file: string) => FileFacts,
  ) {
    this.modules = new Modules(files, root);
  }

  /** Null for a file that can't be read or has errors: nothing is known of what it does. */
  modelOf(file: string): ProcessModel | null {
    let model = this.models.get(file);
    if (model === undefined) {
      model = this.read(file);
      this.models.set(file, model);
    }
    return model;
  }

  /** The module of the project that a dotted name begins with; null for other names. */
  moduleOf(dotted: string, importer: string): ModuleMember | null {
    return this.modules.split(dotted, importer);
  }

  /** The files that import a file, directly or through others, and have a word. */
  dependentsWith(file: string, word: string): string[] {
    const pattern = new RegExp(`(?<!\\w)${word}(?!\\w)`, 'u');
    return this.dependentsOf(file).filter((each) => {
      const text = each === file ? '' : this.textOf(each);
      return text.includes(word) && pattern.test(text);
    });
  }

  /** The models of the files that importing a file imports and that may do something that shows. */
  actingAtImport(file: string): ProcessModel[] {
    return [...this.graph.dependencies([file])].flatMap((each) =>
      each !== file && this.fileTextOf(each).actsAtImport ? (this.modelOf(each) ?? []) : [],
    );
  }

  /** What the files do, as their texts tell, that may be part of one program with a file. */
  around(file: string): TextFacts {
    let facts = this.surroundings.get(file);
    if (!facts) {
      facts = this.joined(this.graph.dependencies([file, ...this.dependentsOf(file)]));
      this.surroundings.set(file, facts);
    }
    return facts;
  }

  /** Tests import a program's files, and no program imports them. */
  private dependentsOf(file: string): readonly string[] {
    let found = this.dependents.get(file);
    if (!found) {
      const all = [...this.graph.dependents([file])];
      found = isTest(file) ? all : all.filter((each) => !isTest(each));
      this.dependents.set(file, found);
    }
    return found;
  }

  private textOf(file: string): string {
    let text = this.sources.get(file);
    if (text === undefined) {
      text = roughText(file);
      this.sources.set(file, text);
    }
    return text;
  }

  private get graph(): ImportGraph {
    if (!this.imports) {
      this.imports = new ImportGraph(this.modules, (file) => this.textOf(file));
      for (const each of this.files) this.imports.add(each, this.textOf(each));
    }
    return this.imports;
  }

  private joined(near: ReadonlySet<string>): TextFacts {
    const importsAny = [...near].some((file) => this.fileTextOf(file).importsAny);
    const files = importsAny
      ? new Set([...near, ...this.files.filter((file) => !this.fileTextOf(file).isProgram)])
      : near;
    const late = new Set(
      [...files].flatMap((file) =>
        this.fileTextOf(file).lateImports.flatMap(({ module }) =>
          this.modules.candidates(module, file),
        ),
      ),
    );
    const facts = new TextFacts();
    for (const file of files) {
      const { inside, atImport } = this.fileTextOf(file);
      facts.add(inside);
      if (late.has(file) || !near.has(file)) facts.add(atImport);
    }
    return facts;
  }

  private fileTextOf(file: string): FileText {
    let text = this.texts.get(file);
    if (!text) {
      text = fileText(file, this.textOf(file));
      this.texts.set(file, text);
    }
    return text;
  }

  private read(file: string): ProcessModel | null {
    try {
      const source = decode(file, bytesOfSync(file));
      if (isUnreadable(source)) return null;
      const tree = parse(source.text, source.notebook);
      return tree.firstError ? null : buildModel(file, tree, this.factsOf(file), DEFAULT_SETTINGS);
    } catch {
      return null;
    }
  }
}
