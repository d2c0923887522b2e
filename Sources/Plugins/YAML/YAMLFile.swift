internal import Glibc
package import Values

/// Reads YAML files from disk, no more of them than a plugin may have.
package enum YAMLFile {
  /// The bytes of a file.
  ///
  /// - Parameter path: As the user gave it; places and messages quote it.
  /// - Returns: The whole file, or a little more than `YAML.largestSize`, which the reader refuses.
  /// - Throws: `file-missing`, `file-no-file` (a folder, a device) or `file-unreadable`.
  package static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would wait for its writer.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.fileNoFile, ["path": .text(path)])
    }
    return try contents(descriptor, path)
  }

  /// The tree of a file as far as it can be read, and its faults.
  package static func reading(_ path: String) throws(Failure) -> YAML.Reading {
    YAML.read(try bytes(path), file: path)
  }

  /// The tree of a file without fault.
  package static func read(_ path: String) throws(Failure) -> Node {
    try YAML.parse(try bytes(path), file: path)
  }

  private static func contents(_ descriptor: Int32, _ path: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= YAML.largestSize {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      guard count > 0 else {
        guard errno == EINTR else { throw failure(path, errno) }
        continue
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  private static func failure(_ path: String, _ number: Int32) -> Failure {
    switch number {
    case ENOENT, ENOTDIR, ENAMETOOLONG: Failure(.fileMissing, ["path": .text(path)])
    default: Failure(.fileUnreadable, ["path": .text(path), "errno": .int(Int(number))])
    }
  }
}
