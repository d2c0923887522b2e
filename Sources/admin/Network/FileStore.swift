internal import EventStore
internal import Plugins
internal import Values

/// The files of a network, each under the digest of its bytes.
///
/// Source: design, section 3, "files/ attachments, named by SHA-256".
struct FileStore {
  /// The largest file that is taken: 64 MiB.
  static let mostBytes = 67_108_864

  private let folder: String

  init(in network: String) { folder = network + "/files" }

  /// The digest of some bytes, as the log has it.
  static func digest(of bytes: [UInt8]) -> String { Digest.sha256(bytes).hex }

  /// Keeps bytes under their digest; what is kept already stays as it is.
  @discardableResult
  func keep(_ bytes: [UInt8]) throws(Failure) -> String {
    let digest = Self.digest(of: bytes)
    let path = "\(folder)/\(digest)"
    guard !FileBytes.exists(path) else { return digest }
    try NewFiles.makeFolder(folder)
    try NewFiles.write(bytes, to: path)
    return digest
  }

  /// The bytes under a digest; nil when there are none, or when they are not those that were kept.
  func bytes(_ digest: String) -> [UInt8]? {
    guard let bytes = FileBytes.read("\(folder)/\(digest)", atMost: Self.mostBytes),
      Self.digest(of: bytes) == digest
    else { return nil }
    return bytes
  }

  /// The bytes of a file that a person names.
  ///
  /// - Throws: `file-missing` for one that is not there, `file-too-large`.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard let bytes = FileBytes.read(path, atMost: mostBytes + 1) else {
      throw FileBytes.failure(path)
    }
    guard bytes.count <= mostBytes else {
      throw Failure(.paperTooLarge, ["path": .text(path), "most": .int(mostBytes)])
    }
    return bytes
  }
}
