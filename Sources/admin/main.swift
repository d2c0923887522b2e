internal import Glibc
internal import Values

let status = Admin.run(
  Array(CommandLine.arguments.dropFirst()), environment: Environment.current(),
  terminal: StandardTerminal())
exit(status.rawValue)
