internal import Glibc
internal import Values

/// What the store asks of the file system.
package enum Folder {
  /// Makes a folder that only its owner may enter; one that is there already is left as it is.
  static func create(_ path: String) throws {
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure.system(path) }
    guard isFolder(path) else {
      errno = ENOTDIR
      throw Failure.system(path)
    }
  }

  /// Whether a folder stands there, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Says what stands where a file belongs, before SQLite takes it for one that is protected.
  ///
  /// - Throws: `file-is-folder`.
  static func checkNoFolder(_ path: String) throws(Failure) {
    guard isFolder(path) else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    throw Failure(.fileIsFolder, ["file": .text(name), "folder": .text(parent(of: path))])
  }

  package static func holds(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether a name is taken, be it by a link that leads nowhere.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The folder that a path stands in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func mayWrite(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// The size in bytes; nil for a file that is not there.
  static func size(of path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Makes a file that only its owner may read, empty; its name must be free.
  package static func createPrivateFile(_ path: String) throws {
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.system(path) }
    _ = Glibc.close(descriptor)
  }

  package static func remove(_ path: String) throws {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw Failure.system(path) }
  }

  package static func move(_ path: String, to target: String) throws {
    guard unsafe rename(path, target) == 0 else { throw Failure.system(path) }
  }

  /// Makes the names in a folder durable.
  static func synchronize(_ path: String) throws {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.system(path) }
    defer { _ = Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure.system(path) }
  }

  /// Makes the bytes of a file durable that somebody else wrote.
  static func synchronizeFile(_ path: String) throws {
    let descriptor = unsafe Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.system(path) }
    defer { _ = Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure.system(path) }
  }

  /// Makes the names in a folder and in those below it durable.
  static func synchronizeAll(in path: String) throws {
    for entry in FolderEntry.all(in: path) where entry.kind == .folder {
      try synchronize("\(path)/\(entry.name)")
    }
    try synchronize(path)
  }

  /// Takes away a folder of our own making with all that is in it; links are not followed.
  static func removeAll(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      _ = unsafe unlink(path)
      return
    }
    for name in FolderEntry.names(in: path) { removeAll("\(path)/\(name)") }
    _ = unsafe rmdir(path)
  }

  /// Whether a plain file stands there: no folder, no link, no device.
  static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Copies a plain file to a name that nobody has; it is durable when this returns.
  static func copy(_ path: String, to target: String) throws {
    guard let source = FileSource(path) else { throw Failure.system(path) }
    let sink = try FileSink(target)
    try source.forEachPiece { try sink.write($0) }
    try sink.close()
  }
}

extension Failure {
  /// The failure for the number that the operating system has just left in `errno`.
  static func system(_ path: String) -> Failure {
    let number = errno
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let values: [String: Value] = ["file": .text(file), "number": .int(Int(number))]
    switch number {
    case EACCES, EPERM, EROFS: return Failure(.databaseNotPermitted, values)
    case ENOSPC, EDQUOT: return Failure(.databaseFull, values)
    case ENOENT, ENOTDIR: return Failure(.logMissing, ["folder": .text(path)])
    default: return Failure(.fileFailed, values)
    }
  }
}
