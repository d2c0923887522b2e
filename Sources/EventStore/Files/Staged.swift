internal import Glibc
internal import Values

/// Makes folders and files that appear under their names whole or not at all, and never in the place of another.
///
/// What a process leaves that ends on its way is taken away by the next that makes something there.
package enum Staged {
  /// Makes a folder: the closure fills one beside it, which then takes the name.
  ///
  /// - Parameters:
  ///   - target: The folder's path; nothing may stand there but an empty folder.
  ///   - body: Takes the path of the folder to fill; what it throws leaves nothing behind.
  /// - Returns: What `body` returned.
  /// - Throws: `target-exists`, what the file system says, what `body` throws.
  package static func folder<T>(_ target: String, _ body: (String) throws -> T) throws -> T {
    let target = trimmed(target)
    try checkFree(target)
    let draft = try Draft.folder(beside: target)
    defer { withExtendedLifetime(draft) {} }
    do {
      let result = try body(draft.path)
      try Folder.synchronizeAll(in: draft.path)
      // A folder that has come to hold something meanwhile is not replaced.
      guard unsafe rename(draft.path, target) == 0 else {
        throw errno == ENOTEMPTY || errno == EEXIST ? taken(target) : Failure.system(target)
      }
      try Folder.synchronize(Folder.parent(of: target))
      return result
    } catch {
      Folder.removeAll(draft.path)
      throw error
    }
  }

  /// Writes a file: the closure writes to a sink, whose bytes then take the name.
  package static func file<T>(_ target: String, _ body: (FileSink) throws -> T) throws -> T {
    guard !Folder.holds(target) else { throw taken(target) }
    let draft = try Draft.file(beside: target)
    defer { withExtendedLifetime(draft) {} }
    do {
      let sink = try FileSink(draft)
      let result = try body(sink)
      try sink.close()
      guard unsafe link(draft.path, target) == 0 else {
        throw errno == EEXIST ? taken(target) : Failure.system(target)
      }
      try Folder.remove(draft.path)
      try Folder.synchronize(Folder.parent(of: target))
      return result
    } catch {
      _ = unsafe unlink(draft.path)
      throw error
    }
  }

  private static func checkFree(_ target: String) throws {
    var status = stat()
    guard unsafe lstat(target, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, FolderEntry.names(in: target).isEmpty else {
      throw taken(target)
    }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }

  private static func taken(_ target: String) -> Failure {
    Failure(.targetExists, ["path": .text(target)])
  }
}
