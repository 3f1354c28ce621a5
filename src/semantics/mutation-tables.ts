/** What calls change, by the names that people give to functions and methods. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Methods that change the object that they are called on. */
export const CHANGING_METHODS: ReadonlySet<string> = new Set(
  words(`
    append appendleft extend extendleft insert add update setdefault pop popleft popitem remove discard sort reverse
    clear move_to_end rotate subtract fill resize put itemset add_argument set_defaults add_section read_file
    read_dict difference_update intersection_update symmetric_difference_update set add_node add_edge
    add_nodes_from add_edges_from load load_state_dict setLevel addHandler eval to cuda cpu share_memory
    __setitem__ __delitem__ __iadd__ __setattr__ __delattr__ __next__ send
  `),
);

/** Functions that change the object that they are given. */
export const CHANGING_FUNCTIONS =
  /^(random\.shuffle|numpy\.random\.shuffle|heapq\.\w+|bisect\.insort\w*|builtins\.(setattr|delattr)|operator\.(setitem|delitem|i\w+))$/;

/** Functions that are given names, paths, numbers: nothing that they could change. */
export const SYSTEM_FUNCTIONS =
  /^(os|sys|shutil|subprocess|time|logging|warnings|signal|tempfile|glob|pathlib|socket|urllib|requests|gc|locale)\./;

/** Functions that are given an object and only look at it. */
export const LOOKING_FUNCTIONS =
  /(^|\.)_?(print|pprint|show|plot|draw|save|write|dump|display|log|info|debug|warn|warning|error|report|assert|check|validate|len|repr|list|sorted|sum|str|imshow|hist|scatter|export)\w*$/i;
