/** What a program can't do without on a platform that has no fork. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { importsOf } from '../../syntax/shapes.ts';

/** Modules of the standard library that Windows lacks, and packages that are not for it. */
const MODULES: ReadonlySet<string> = new Set(
  (
    'crypt fcntl grp nis ossaudiodev posix pty pwd resource spwd syslog termios tty ' +
    'RPi bcc daemon dbus evdev gunicorn pyinotify pyudev selinux sh systemd torch_xla uvloop'
  ).split(' '),
);

/** Functions and constants, by module, whose documentation says "Availability: Unix". */
const NAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  os: new Set(
    (
      'WEXITSTATUS WIFEXITED WIFSIGNALED WNOHANG WTERMSIG chroot fork forkpty getegid geteuid getgid getgroups ' +
      'getloadavg getpgid getpgrp getpriority getsid getuid initgroups killpg lchown lockf mkfifo mknod nice ' +
      'openpty posix_spawn posix_spawnp pread pwrite register_at_fork sched_getaffinity sched_setaffinity ' +
      'sched_setscheduler sched_yield sendfile setegid seteuid setgid setgroups setpgid setpgrp setpriority ' +
      'setsid setuid statvfs sysconf uname wait wait3 wait4 waitid'
    ).split(' '),
  ),
  signal: new Set(
    (
      'ITIMER_REAL SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2 alarm ' +
      'pause pthread_kill pthread_sigmask setitimer sigwait'
    ).split(' '),
  ),
  select: new Set(['epoll', 'kqueue', 'poll']),
  socket: new Set(['AF_NETLINK', 'AF_PACKET', 'AF_UNIX']),
  socketserver: new Set([
    'ForkingMixIn',
    'ForkingTCPServer',
    'ForkingUDPServer',
    'UnixDatagramServer',
    'UnixStreamServer',
  ]),
};

/** Files that only Unix has. */
const UNIX_PATH = /^[rRuUfFbB]*['"]+\/(proc|dev|sys|etc|var)\//;

/** Whether a file leans on POSIX at a place that no test of the platform keeps other platforms away from. */
export function usesPosix(semantics: Semantics, isChecked: (node: Node) => boolean): boolean {
  for (const node of semantics.tree.root.walk()) {
    if (isPosix(node, semantics) && !isChecked(node)) return true;
  }
  return false;
}

function isPosix(node: Node, semantics: Semantics): boolean {
  switch (node.kind) {
    case 'ImportStatement':
      return importsOf(node, semantics.tree.text).some(
        ({ module, imported }) =>
          MODULES.has(module.split('.')[0] as string) || isPosixName(module, imported),
      );
    case 'MemberExpression': {
      const attribute = semantics.attribute(node);
      const module = attribute && semantics.values.qualifiedName(attribute.object);
      return module ? isPosixName(module, attribute.name) : false;
    }
    case 'String':
    case 'FormatString':
      return UNIX_PATH.test(semantics.textOf(node));
    default:
      return false;
  }
}

function isPosixName(module: string, name: string | null): boolean {
  return name !== null && Object.hasOwn(NAMES, module) && (NAMES[module]?.has(name) ?? false);
}
