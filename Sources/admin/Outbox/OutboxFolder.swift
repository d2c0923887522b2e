internal import EventStore
internal import Glibc
internal import Governance
internal import Values

/// The letters of a network that wait for whoever sends them: `outbox/`, for its owner alone.
///
/// A letter is put into `outbox/.staged/` first and moved in one step, so that nobody who looks into the folder
/// finds a part of one. Source: decision 0025.
struct OutboxFolder {
  private static let ending = ".eml"

  let path: String
  private let staged: String

  init(in network: String) {
    path = network + "/outbox"
    staged = path + "/.staged"
  }

  /// Puts a letter away, durable, where no sender looks; one of the same name is written anew.
  ///
  /// - Throws: `folder-unmade`, `file-unmade`.
  func stage(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    try makeFolders()
    let file = "\(staged)/\(name)"
    _ = unsafe unlink(file)
    try NewFiles.write(bytes, to: file, mode: 0o600)
    try synchronize(staged)
  }

  /// Moves a letter to where senders look; one that somebody has moved already is passed.
  ///
  /// - Throws: `file-unmade` when the folder cannot be written.
  func release(_ name: String) throws(Failure) {
    let target = "\(path)/\(name)"
    guard unsafe rename("\(staged)/\(name)", target) == 0 else {
      guard errno == ENOENT else { throw Failure(.fileUnmade, ["path": .text(target)]) }
      return
    }
    try synchronize(path)
    try synchronize(staged)
  }

  /// Moves each letter that was put away and is meant, and takes the others away.
  ///
  /// - Parameter isMeant: Whether a letter may go out.
  /// - Throws: `file-unmade`, and what `isMeant` throws.
  func settle(_ isMeant: (LetterID) throws -> Bool) throws {
    for name in names(in: staged) {
      if let letter = Self.letter(of: name), try isMeant(letter) {
        try release(name)
      } else {
        _ = unsafe unlink("\(staged)/\(name)")
      }
    }
  }

  /// Takes letters away, sent or not, as far as they are still there.
  ///
  /// What was put away is looked at first: a letter moves from there to the folder and never back.
  func forget(_ isForgotten: (LetterID) throws -> Bool) rethrows {
    for folder in [staged, path] {
      for name in names(in: folder) {
        guard let letter = Self.letter(of: name), try isForgotten(letter) else { continue }
        _ = unsafe unlink("\(folder)/\(name)")
      }
    }
  }

  /// The letter of a file, from the end of its name; nil for a file that is none.
  static func letter(of name: String) -> LetterID? {
    guard name.hasSuffix(ending), let hyphen = name.lastIndex(of: "-") else { return nil }
    return LetterID(name[name.index(after: hyphen)...].dropLast(ending.utf8.count))
  }

  private func makeFolders() throws(Failure) {
    for folder in [path, staged] {
      guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST, unsafe chmod(folder, 0o700) == 0
      else { throw Failure(.folderUnmade, ["folder": .text(folder)]) }
    }
  }

  private func synchronize(_ folder: String) throws(Failure) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw Failure(.folderUnmade, ["folder": .text(folder)]) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure(.fileUnmade, ["path": .text(folder)]) }
  }

  /// The files of a folder, sorted; none where there is no folder.
  private func names(in folder: String) -> [String] {
    FolderEntry.all(in: folder).filter { $0.kind == .file }.map(\.name)
  }
}
