internal import Values

/// The files of a network beside its log, as far as a copy takes them along.
///
/// Not taken along: the keys of persons, which have their own copies; the secrets of signing keys, which a copy may
/// not use; the views, which are made again; whatever else somebody put into the folder.
package enum NetworkFiles {
  static let top = ["cases.yaml", "founding.yaml", "network.yaml", "plugin.schema.json"]
  static let folders = ["checkpoints", "files", "templates", "witnessed"]

  /// The files that are there, as paths within the folder, in the order of their bytes.
  package static func names(in directory: String) -> [String] {
    let below = folders.flatMap { folder in
      FolderEntry.names(in: "\(directory)/\(folder)").map { "\(folder)/\($0)" }
    }
    return (top + below).filter { isName($0) && Folder.isPlainFile("\(directory)/\($0)") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a path is one that a copy may hold: a known file, or a plain name in a known folder.
  package static func isName(_ name: String) -> Bool {
    if top.contains(name) { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && folders.contains(String(parts[0])) && name.utf8.count <= 100
      && !parts[1].hasPrefix(".") && !parts[1].isEmpty
      && parts[1].utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }

  /// Copies them into another folder.
  package static func copy(from directory: String, to target: String) throws {
    for name in names(in: directory) {
      try makeFolder(of: name, in: target)
      try Folder.copy("\(directory)/\(name)", to: "\(target)/\(name)")
    }
  }

  /// Makes the folder within a copy that a file stands in.
  package static func makeFolder(of name: String, in directory: String) throws {
    guard let slash = name.firstIndex(of: "/") else { return }
    try Folder.create("\(directory)/\(name[..<slash])")
  }
}
