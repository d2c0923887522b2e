internal import Glibc
internal import Values

/// The sealed signing keys of a network, in `signing/`, one file for each.
package struct KeyFolder: Sendable {
  private let path: String

  /// - Parameter directory: The network's folder; `signing` is made when the first key is kept.
  package init(in directory: String) { path = directory + "/signing" }

  private func file(_ id: String) -> String { "\(path)/\(id).key" }

  /// Keeps a key under its id; it is durable when this returns.
  ///
  /// - Throws: `file-failed` when there is such a file, or it cannot be written.
  package func keep(_ sealed: SealedKey) throws {
    try Folder.create(path)
    try DurableFile.create(file(sealed.key.id), Array(sealed.text.utf8))
    try Folder.synchronize(path)
  }

  /// The sealed key of a public key.
  ///
  /// - Throws: `key-file-missing` when it is not here, `key-file-exposed` when others may read it,
  ///   `key-file-damaged` when it is not the key that was asked for.
  package func sealed(_ key: NoteKey) throws -> SealedKey {
    let place = file(key.id)
    var status = stat()
    guard unsafe stat(place, &status) == 0 else {
      throw Failure(.keyFileMissing, ["key": .text(key.id)])
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure(.keyFileExposed, ["key": .text(key.id)])
    }
    guard let bytes = DurableFile.read(place, atMost: SignedNote.maximumBytes),
      let text = String(utf8: bytes.span), let sealed = SealedKey(text), sealed.key == key
    else { throw Failure(.keyFileDamaged, ["key": .text(key.id)]) }
    return sealed
  }

  /// Takes away the secret of a key that signs no more; one that is not there is as good.
  package func forget(_ id: String) throws {
    guard Folder.isFolder(path) else { return }
    try Folder.remove(file(id))
    try Folder.synchronize(path)
  }
}
