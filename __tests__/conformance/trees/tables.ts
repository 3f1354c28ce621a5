/** Where a kind of ours and a kind of CPython's `ast` are one node with one span. */
export const SAME: Readonly<Record<string, string>> = {
  // Statements
  UpdateStatement: 'AugAssign',
  ExpressionStatement: 'Expr',
  DeleteStatement: 'Delete',
  PassStatement: 'Pass',
  BreakStatement: 'Break',
  ContinueStatement: 'Continue',
  ReturnStatement: 'Return',
  RaiseStatement: 'Raise',
  AssertStatement: 'Assert',
  TypeDefinition: 'TypeAlias',
  // Expressions
  VariableName: 'Name',
  Boolean: 'Constant:bool',
  None: 'Constant:None',
  Ellipsis: 'Constant:Ellipsis',
  Number: 'Constant:number',
  AwaitExpression: 'Await',
  CallExpression: 'Call',
  ConditionalExpression: 'IfExp',
  LambdaExpression: 'Lambda',
  NamedExpression: 'NamedExpr',
  TupleExpression: 'Tuple',
  ArrayExpression: 'List',
  SetExpression: 'Set',
  DictionaryExpression: 'Dict',
  ComprehensionExpression: 'GeneratorExp',
  ArrayComprehensionExpression: 'ListComp',
  SetComprehensionExpression: 'SetComp',
  DictionaryComprehensionExpression: 'DictComp',
  // Patterns
  OrPattern: 'MatchOr',
  SequencePattern: 'MatchSequence',
};

/** Statements that end behind a line break, where CPython's end behind their last token; with `async` the second. */
export const COMPOUND: Readonly<Record<string, readonly [string, string]>> = {
  IfStatement: ['If', ''],
  WhileStatement: ['While', ''],
  ForStatement: ['For', 'AsyncFor'],
  WithStatement: ['With', 'AsyncWith'],
  TryStatement: ['Try', ''],
  MatchStatement: ['Match', ''],
  FunctionDefinition: ['FunctionDef', 'AsyncFunctionDef'],
  ClassDefinition: ['ClassDef', ''],
};

const COMPREHENSION = ['async', 'for', 'in', 'if', '(', ')', '[', ']', '{', '}', ':'];

/** Where expressions with a comma between them are a tuple: what such a run begins and ends at. */
export const TUPLES: Readonly<Record<string, readonly string[]>> = {
  ExpressionStatement: [],
  AssignStatement: ['AssignOp', 'TypeDef'],
  UpdateStatement: ['UpdateOp'],
  ReturnStatement: ['return'],
  YieldStatement: ['yield', 'from'],
  YieldExpression: ['yield', 'from'],
  ForStatement: ['async', 'for', 'in', 'else', 'Body'],
  TryStatement: ['try', 'except', '*', 'as', 'else', 'finally', 'Body'],
  MatchStatement: ['match', 'MatchBody'],
  ArgList: COMPREHENSION,
  ComprehensionExpression: COMPREHENSION,
  ArrayComprehensionExpression: COMPREHENSION,
  SetComprehensionExpression: COMPREHENSION,
  DictionaryComprehensionExpression: COMPREHENSION,
  FormatReplacement: ['{', '}', 'FormatSelfDoc', 'FormatConversion', 'FormatSpec'],
};

export const BOOLEAN_OPERATORS: Readonly<Record<string, string>> = { and: 'And', or: 'Or' };

export const UNARY_OPERATORS: Readonly<Record<string, string>> = {
  not: 'Not',
  '-': 'USub',
  '+': 'UAdd',
  '~': 'Invert',
};

export const BINARY_OPERATORS: Readonly<Record<string, string>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mult',
  '@': 'MatMult',
  '/': 'Div',
  '%': 'Mod',
  '//': 'FloorDiv',
  '**': 'Pow',
  '<<': 'LShift',
  '>>': 'RShift',
  '|': 'BitOr',
  '^': 'BitXor',
  '&': 'BitAnd',
};

export const COMPARISONS: Readonly<Record<string, string>> = {
  '<': 'Lt',
  '>': 'Gt',
  '<=': 'LtE',
  '>=': 'GtE',
  '==': 'Eq',
  '!=': 'NotEq',
  in: 'In',
  'not in': 'NotIn',
  is: 'Is',
  'is not': 'IsNot',
};

/** The first minor version of Python 3 that gives a position to nodes of a kind. */
const PLACED_SINCE: Readonly<Record<string, number>> = {
  Slice: 9,
  keyword: 9,
  alias: 10,
};

/** Nodes of CPython's that never have a position: nothing can be compared. */
const NEVER_PLACED: ReadonlySet<string> = new Set([
  'Module',
  'TypeIgnore',
  ...['Load', 'Store', 'Del', 'And', 'Or'],
  ...[UNARY_OPERATORS, BINARY_OPERATORS, COMPARISONS].flatMap((names) => Object.values(names)),
  ...['arguments', 'comprehension', 'withitem', 'match_case'],
  // Wrappers of 3.8 round what is in brackets.
  ...['Index', 'ExtSlice'],
]);

/** Whether nodes of a kind have no position under Python 3 with this minor version. */
export function isUnplaced(kind: string, minor: number): boolean {
  return NEVER_PLACED.has(kind) || minor < (PLACED_SINCE[kind] ?? 0);
}
