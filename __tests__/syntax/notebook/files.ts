/** A cell of a notebook in a test: Python, or a cell of another kind. */
export type TestCell = string | { readonly kind: 'markdown' | 'raw'; readonly text: string };

/** A notebook as Jupyter writes it, with an output in each cell of code. */
export function ipynb(cells: readonly TestCell[], metadata: object = PYTHON): string {
  const list = cells.map((cell) => {
    if (typeof cell !== 'string') {
      return { cell_type: cell.kind, metadata: {}, source: linesOf(cell.text) };
    }
    const outputs = [{ data: { 'text/plain': ['é 0x7f'] }, output_type: 'display_data' }];
    return {
      cell_type: 'code',
      execution_count: 7,
      metadata: { tags: ['kept'] },
      outputs,
      source: linesOf(cell),
    };
  });
  return `${JSON.stringify({ cells: list, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

const PYTHON = {
  kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
  language_info: { name: 'python' },
};

/** The source of each cell of code. */
export function sourcesOf(json: string): string[] {
  const { cells } = JSON.parse(json) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  return cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => (typeof source === 'string' ? source : source.join('')));
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
