/**
 * The rules of @lezer/python's grammar that are replaced. Each says which Python it admits, or which wrong tree it
 * mends. `hash` pins upstream's rule: when an upgrade changes it, the build stops and someone looks.
 */
export const replacements = [
  {
    rule: '@precedence',
    hash: '238f8d105ac4',
    mends: '`not` binds looser than comparisons but tighter than `and`; `await` tighter than `**`',
    text: `
@precedence {
  cond,
  trail,
  await,
  power @right,
  prefix,
  times @left,
  plus @left,
  shift @left,
  bitand @left,
  xor @left,
  bitor @left,
  compare @left,
  not,
  and @left,
  or @left
}`,
  },
  {
    rule: 'Decorator',
    hash: 'f3dd08ab2b89',
    admits: 'any expression as a decorator (PEP 614, 3.9), as the expression that it is',
    text: 'Decorator { At testNamed newline }',
  },
  {
    rule: 'TypeParam',
    hash: '6c23dfbc5a6e',
    admits: 'defaults of type parameters (PEP 696, 3.13)',
    text: `
TypeParam {
  "*" VariableName (AssignOp{"="} (test | "*" expression))? |
  "**" VariableName (AssignOp{"="} test)? |
  VariableName TypeDef? (AssignOp{"="} test)?
}`,
  },
  {
    rule: 'MatchStatement',
    hash: '7dcff350f464',
    admits:
      'all subjects (PEP 634, 3.10): the keyword is told apart from the name by looking ahead',
    text: `
MatchStatement {
  matchKeyword commaSep<testNamed | "*" expression>
  MatchBody { ":" newline indent MatchClause+ (dedent | eof) }
}`,
  },
  {
    rule: 'MatchClause',
    hash: '90e5fa434315',
    admits: '`*rest` at the top of a pattern, a walrus in the guard (PEP 634, 3.10)',
    text: `
MatchClause {
  skw<"case"> commaSep<pattern | StarPattern> Guard { kw<"if"> testNamed }? Body
}`,
  },
  {
    rule: 'pattern[@isGroup=Pattern]',
    hash: 'c0eee033640d',
    mends: '`A | B as c` is `(A | B) as c`; `(x)` is a group, not a sequence',
    text: `
pattern[@isGroup=Pattern] {
  AsPattern { orPattern kw<"as"> VariableName } |
  orPattern
}

orPattern {
  OrPattern { closedPattern (LogicOp{"|"} closedPattern)+ } |
  closedPattern
}

closedPattern {
  CapturePattern { VariableName } |
  LiteralPattern |
  AttributePattern |
  GroupPattern |
  SequencePattern |
  MappingPattern |
  ClassPattern { (VariableName | AttributePattern) PatternArgList }
}

GroupPattern { "(" pattern ")" }

StarPattern { "*" CapturePattern { VariableName } }`,
  },
  {
    rule: 'LiteralPattern',
    hash: '3fe87d5d3161',
    admits: 'strings side by side, and a sign before a number (3.10; `+` from 3.15)',
    text: `
LiteralPattern {
  ArithOp{"-" | "+"}? Number (ArithOp{"+"|"-"} Number)? |
  String+ |
  kw<"None"> |
  @specialize[@name=Boolean]<identifier, "True" | "False">
}`,
  },
  {
    rule: 'PatternArgList',
    hash: '0f1ecf27d424',
    admits: 'a class pattern without arguments (3.10)',
    text: `
PatternArgList { "(" commaSep<pattern | KeywordPattern { VariableName "=" pattern }>? ")" }`,
  },
  {
    rule: 'SequencePattern',
    hash: 'a85150bd839f',
    admits: 'empty sequences (3.10), and `*rest` inside them',
    text: `
SequencePattern {
  "[" commaSep<pattern | StarPattern>? "]" |
  "(" ((pattern "," | StarPattern ","?) commaSep<pattern | StarPattern>?)? ")"
}`,
  },
  {
    rule: 'MappingPattern',
    hash: 'ce8e8bf8b08e',
    admits: 'empty mappings, dotted names as keys (3.10)',
    text: `
MappingPattern {
  "{" commaSep<"**" CapturePattern { VariableName } | (AttributePattern | LiteralPattern) ":" pattern>? "}"
}`,
  },
  {
    rule: 'param',
    hash: 'febb3ff0f850',
    admits: '`*args: *Ts` (PEP 646, 3.11)',
    text: `
param {
  VariableName TypeDef? (AssignOp{"="} test)? |
  "*" (VariableName (TypeDef | starTypeDef)?)? |
  "**" VariableName TypeDef? |
  ArithOp{"/"}
}

starTypeDef[@name=TypeDef] { ":" "*" expression }`,
  },
  {
    rule: 'simpleStatement',
    hash: 'd1f8b255b9e3',
    mends: '`a;;b` was accepted',
    text: `
simpleStatement {
  smallStatement (newline | eof) |
  StatementGroup { smallStatement ((";" smallStatement)+ ";"? | ";") (newline | eof) }
}`,
  },
  {
    rule: 'smallStatement',
    hash: '7f4a7543da27',
    admits: 'a star on the right side of `+=`; `print` is a name (Python 2 is refused)',
    text: `
smallStatement {
  AssignStatement { expressions (TypeDef? (AssignOp{"="} (YieldExpression | expressions))+ | TypeDef) } |
  UpdateStatement { expressions UpdateOp (YieldExpression | expressions) } |
  ExpressionStatement { expressions } |
  DeleteStatement { kw<"del"> commaSep<expression> } |
  PassStatement { kw<"pass"> } |
  BreakStatement { kw<"break"> } |
  ContinueStatement { kw<"continue"> } |
  ReturnStatement { kw<"return"> expressions? } |
  YieldStatement { yield } |
  RaiseStatement { kw<"raise"> (test (kw<"from"> test)?)? } |
  ImportStatement |
  ScopeStatement { (kw<"global"> | kw<"nonlocal">) commaSep<VariableName> } |
  AssertStatement { kw<"assert"> test ("," test)? } |
  TypeDefinition { skw<"type"> VariableName TypeParamList? "=" test }
}`,
  },
  {
    rule: 'ImportStatement',
    hash: '299c81681dc6',
    admits: '`lazy import` (PEP 810, 3.15)',
    text: `
ImportStatement {
  skw<"lazy">? kw<"import"> importedNames |
  skw<"lazy">? kw<"from"> (("." | "...")+ dottedName? | dottedName) kw<"import"> ("*" | importList | importedNames)
}`,
  },
  {
    rule: 'compoundStatement',
    hash: '6a84bfbb029b',
    admits:
      'a star behind `for … in` (3.9), parenthesised items of `with` (PEP 617, 3.9), any target behind its `as`',
    mends: '`with (a, b):` has two items, and is no tuple',
    text: `
compoundStatement {
  IfStatement |
  WhileStatement { kw<"while"> testNamed Body elseClause? } |
  ForStatement { kw<"async">? kw<"for"> commaSep<"*"? expression> kw<"in"> expressions Body elseClause? } |
  TryStatement |
  WithStatement { kw<"async">? kw<"with"> (withItemList | commaSep<withItem>) Body } |
  FunctionDefinition |
  ClassDefinition |
  DecoratedStatement { Decorator+ (ClassDefinition | FunctionDefinition) } |
  MatchStatement
}

withItem { test (kw<"as"> expression)? }

withItemList[@export] { withParen commaSep<withItem> ")" }`,
  },
  {
    rule: 'IfStatement',
    hash: 'ec602cd39e56',
    mends: '`elif` without a test was accepted',
    text: `
IfStatement {
  kw<"if"> testNamed Body
  (kw<"elif"> testNamed Body)*
  elseClause?
}`,
  },
  {
    rule: 'TryStatement',
    hash: '4acf1a35d200',
    admits: 'several exception types without parentheses (PEP 758, 3.14)',
    mends: '`try` with nothing behind it was accepted',
    text: `
TryStatement {
  kw<"try"> Body
  (exceptClause+ elseClause? finallyClause? | finallyClause)
}

exceptClause { kw<"except"> "*"? (commaSep<test> | test kw<"as"> VariableName)? Body }

finallyClause { kw<"finally"> Body }`,
  },
  {
    rule: 'lambdaParam',
    hash: '659ef8854299',
    admits: 'positional-only parameters of a lambda (PEP 570, 3.8)',
    text: `
lambdaParam { VariableName (AssignOp{"="} test)? | "*" VariableName? | "**" VariableName | ArithOp{"/"} }`,
  },
  {
    rule: 'lambdaParams',
    hash: '772ff000efb9',
    admits: 'a comma behind the last parameter of a lambda',
    text: `
lambdaParams[@name="ParamList"] { commaSep<lambdaParam>? }`,
  },
  {
    rule: 'binaryTest',
    hash: '631cf64ff518',
    mends: 'what is compared with can be no `not`: with that, `is not` is one operator',
    text: `
binaryTest[@name="BinaryExpression"] {
  testInner !or kw<"or"> testInner |
  testInner !and kw<"and"> testInner |
  testInner !compare (CompareOp | kw<"in"> | kw<"not"> kw<"in"> | kw<"is"> kw<"not">?) expression
}`,
  },
  {
    rule: 'unaryTest',
    hash: '4fd003b678cf',
    mends: '`not a and b` is `(not a) and b`',
    text: `
unaryTest[@name="UnaryExpression"] { !not kw<"not"> testInner }`,
  },
  {
    rule: 'expression[@isGroup=Expression]',
    hash: '5269848f3c7d',
    mends: '`await a + b` is `(await a) + b`',
    text: `
expression[@isGroup=Expression] {
  BinaryExpression |
  UnaryExpression { !prefix (ArithOp{"+" | "-"} | BitOp{"~"}) expression } |
  AwaitExpression { !await kw<"await"> expression } |
  ParenthesizedExpression |
  TupleExpression |
  ComprehensionExpression |
  ArrayExpression |
  ArrayComprehensionExpression |
  DictionaryExpression |
  DictionaryComprehensionExpression |
  SetExpression |
  SetComprehensionExpression |
  CallExpression { expression !trail ArgList } |
  MemberExpression { expression !trail (subscript | "." PropertyName) } |
  VariableName |
  Number |
  String | FormatString |
  ContinuedString { (String | FormatString) (String | FormatString)+ } |
  "..." |
  kw<"None"> |
  @specialize[@name=Boolean]<identifier, "True" | "False">
}`,
  },
  {
    rule: 'subscript',
    hash: '4575889152c6',
    admits: 'a star in a subscript (PEP 646, 3.11)',
    text: `
subscript[@export] {
  "[" commaSep<testNamed | "*" test | testNamed? ":" testNamed? (":" testNamed?)?> "]"
}`,
  },
  {
    rule: 'SetExpression',
    hash: '948ff23201d7',
    admits: 'a walrus in a set (3.9)',
    text: 'SetExpression { "{" commaSep<testNamed | "*" expression> "}" }',
  },
  {
    rule: 'SetComprehensionExpression',
    hash: '495d2599996f',
    admits: 'a walrus in a set comprehension (3.9)',
    text: 'SetComprehensionExpression { "{" (testNamed | "*" expression) compFor "}" }',
  },
  {
    rule: 'yield',
    hash: '31e914733d6c',
    admits: '`yield` without a value',
    text: 'yield { kw<"yield"> (kw<"from"> test | expressions)? }',
  },
  {
    rule: 'argument',
    hash: 'aaede04f9770',
    admits: '`f(*x for x in y)` (PEP 798, 3.15)',
    mends: '`f(x := 1)` is a named expression, no keyword argument',
    text: `
argument { testNamed compFor? | VariableName AssignOp{"="} test | "**" test | "*" test compFor? }`,
  },
  {
    rule: 'compFor',
    hash: 'aa25d2524d99',
    admits: 'a star among the targets of a comprehension',
    text: `
compFor {
  kw<"async">? kw<"for"> commaSep<"*"? expression> kw<"in"> testInner (compFor | compIf)?
}`,
  },
  {
    rule: 'compIf',
    hash: 'e3137e1677b4',
    admits:
      'a walrus in the condition of a comprehension, to be refused by name (validity/places.ts)',
    text: `
compIf {
  kw<"if"> compTest (compFor | compIf)?
}

compTest { testNoCond | NamedExpression { testNoCond AssignOp{":="} testNoCond } }`,
  },
  {
    rule: 'formatStringSpec',
    hash: '8c85a6103966',
    mends: '`f"{x:=10}"`: the colon begins the format, whatever stands behind it',
    text: `
formatStringSpec { FormatSpec { formatColon (formatStringSpecChars | nestedFormatReplacement)* } "}" }`,
  },
  {
    rule: '@external tokens legacyPrint',
    hash: '7fc0cfebfc10',
    mends: '`print + 1` and `print[0]` are expressions: `print` is a name',
    text: '',
  },
  {
    rule: '@external tokens strings',
    hash: 'e958f2e312f1',
    admits: 'tokens that only a look ahead can tell; they are tried after the indentation',
    text: `
@external tokens strings from "./tokens" {
  stringContent
  Escape
  replacementStart[@name="{"]
  stringEnd
}

@external tokens lookahead from "./tokens" {
  withParen[@name="("]
  matchKeyword[@name="match"]
  formatColon[@name=":"]
  formatStringSpecChars
}`,
  },
  {
    rule: 'stringPrefixF',
    hash: 'cb15b9a43eb4',
    admits: 't-strings (PEP 750, 3.14): the same node as an f-string, the prefix tells',
    text: 'stringPrefixF { $[fFtT] }',
  },
  {
    rule: 'stringPrefixFR',
    hash: '6f6dfb98d525',
    admits: 'raw t-strings (PEP 750, 3.14)',
    text: 'stringPrefixFR { $[rR] $[fFtT] | $[fFtT] $[rR] }',
  },
  {
    rule: 'PropertyName',
    hash: '1d5fbe62e623',
    mends: '`x.class` was accepted',
    text: 'PropertyName { identifier }',
  },
  {
    rule: 'CompareOp',
    hash: '556b6fb178b3',
    mends: "`<>` is Python 2's",
    text: 'CompareOp { "<" | ">" | $[<>=!] "=" }',
  },
  {
    rule: 'formatStringSpecChars',
    hash: '44b02d8e8ec6',
    mends:
      'the text of a format knows escapes and the quotes round it: a token of its own reads it',
    text: 'digits { @digit ("_"? @digit)* }',
  },
  {
    rule: 'Number',
    hash: '00b08b2dbd64',
    mends: '`24.` and `24.e3` are numbers; `0777` and `1__0` are not',
    text: `
Number {
  "0" ("_"? "0")* | $[1-9] ("_"? @digit)* |
  digits $[jJ] |
  (digits "." digits? | "." digits) ($[eE] $[+\\-]? digits)? $[jJ]? |
  digits $[eE] $[+\\-]? digits $[jJ]? |
  "0" $[bB] ("_"? $[01])+ |
  "0" $[oO] ("_"? $[0-7])+ |
  "0" $[xX] ("_"? $[0-9a-fA-F])+
}`,
  },
  {
    rule: 'space',
    hash: 'fb1491a5387a',
    mends: 'a backslash before CR and LF joins one line, not one and a half',
    text: 'space { ($[ \\t\\f] | "\\\\" ("\\r\\n" | $[\\n\\r]))+ }',
  },
];
