internal import Glibc

/// The variables of the process; read once, at the start, and handed on as a value.
enum Environment {
  static func current() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let line = unsafe String(cString: text)
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { variables[String(halves[0])] = String(halves[1]) }
      unsafe entry += 1
    }
    return variables
  }
}
