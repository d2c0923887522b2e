internal import Glibc

/// One name in a folder.
package struct FolderEntry: Hashable, Comparable, Sendable {
  /// What stands under the name; a link is other, wherever it leads.
  package enum Kind: Sendable { case file, folder, other }

  package let name: String
  package let kind: Kind

  /// The entries of a folder but `.` and `..`, in the order of their names' bytes; none when it is not there.
  package static func all(in path: String) -> [FolderEntry] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe name(of: entry)
      guard name != ".", name != ".." else { continue }
      let kind = unsafe kind(entry.pointer(to: \.d_type)?.pointee, "\(path)/\(name)")
      entries.append(FolderEntry(name: name, kind: kind))
    }
    return entries.sorted()
  }

  /// Their names alone.
  package static func names(in path: String) -> [String] { all(in: path).map(\.name) }

  package static func < (left: FolderEntry, right: FolderEntry) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  /// Read where it stands: an entry ends behind its name, and `dirent` as a value would be read beyond it.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    guard let start = unsafe entry.pointer(to: \.d_name) else { return "." }
    return unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) {
      unsafe String(cString: $0)
    }
  }

  /// By what the folder says, or where it does not say by what stands there.
  private static func kind(_ type: UInt8?, _ path: String) -> Kind {
    switch type.map(Int32.init) {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_UNKNOWN): break
    default: return .other
    }
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
