internal import Glibc
internal import Values

/// Finds the directory of the network that a command is about.
enum NetworkFolder {
  private static let signs = ["network.yaml", "log.db"]

  /// `-C DIR`, else the nearest directory upwards that holds a network, else `ADMIN_NETWORK`.
  ///
  /// - Parameters:
  ///   - globals: The options of the line.
  ///   - environment: The variables of the process.
  ///   - current: The directory in which the program was started.
  /// - Returns: The directory as given, or an absolute one.
  /// - Throws: `network-missing` when there is none, or when the directory named holds none.
  static func find(
    _ globals: GlobalOptions, _ environment: [String: String], from current: String = working()
  ) throws(Failure) -> String {
    let named = globals.network
    if let found = named.map({ holdsNetwork($0) ? $0 : nil }) ?? nearest(from: current) {
      return found
    }
    if named == nil, let folder = environment["ADMIN_NETWORK"], holdsNetwork(folder) {
      return folder
    }
    throw Failure(.networkMissing, ["folder": .text(named ?? current)])
  }

  static func holdsNetwork(_ folder: String) -> Bool {
    signs.contains { FileBytes.exists("\(folder)/\($0)") }
  }

  private static func nearest(from folder: String) -> String? {
    var folder = folder[...]
    while !folder.isEmpty {
      if holdsNetwork(String(folder)) { return String(folder) }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
    }
    return nil
  }

  /// The directory in which the program was started.
  static func working() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
