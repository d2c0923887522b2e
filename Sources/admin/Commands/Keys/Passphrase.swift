internal import EventStore
internal import Glibc
internal import Plugins
internal import Publishing
internal import Values

/// Asks for the passphrase of a key: on the terminal without echo, or from a file.
///
/// It is never an argument or a variable, where every process of the machine could read it.
struct Passphrase {
  /// So many that guessing takes longer than a key lives.
  ///
  /// Source: NIST SP 800-63B-4, section 3.1.1: 15 characters where a password is the only factor.
  static let fewest = 15
  private static let longest = 4_096

  private let invocation: Invocation
  private let session: Session

  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
  }

  /// The option of every command that opens a key.
  static let option = Parameter.option("passphrase-file", .text)

  /// The passphrase of a key that there is.
  ///
  /// - Throws: `passphrase-missing` when nobody can be asked.
  func known(of key: NoteKey) throws -> Secret {
    if let path = invocation.text(Self.option.name) { return try read(path) }
    return try ask("passphrase.ask", ["key": .text(key.id), "name": .text(key.name)])
  }

  /// A passphrase for a new key, asked for twice.
  ///
  /// - Throws: `passphrase-short`, and `passphrase-unlike` when the two are not the same.
  func new(for key: NoteKey) throws -> Secret {
    let values: [String: Failure.Value] = ["key": .text(key.id), "name": .text(key.name)]
    guard let path = invocation.text(Self.option.name) else {
      let first = try checked(ask("passphrase.new", values))
      let second = try ask("passphrase.again", values)
      guard first.isEqual(to: second) else { throw Failure(.passphraseUnlike) }
      return first
    }
    return try checked(read(path))
  }

  private func checked(_ passphrase: consuming Secret) throws -> Secret {
    guard passphrase.characterCount >= Self.fewest else {
      throw Failure(.passphraseShort, ["fewest": .int(Self.fewest)])
    }
    return passphrase
  }

  private func ask(_ key: String, _ values: [String: Failure.Value]) throws -> Secret {
    guard session.canAsk else { throw Failure(.passphraseMissing) }
    let prompt = session.catalogue.text(key, values) + " "
    guard var bytes = session.terminal.readSecret(prompt, atMost: Self.longest) else {
      throw Failure(.answersEnded)
    }
    return try Secret(taking: &bytes)
  }

  /// The first line of a file, which may be a descriptor such as `/dev/fd/3`.
  private func read(_ path: String) throws -> Secret {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.fileMissing, ["path": .text(path)]) }
    defer { _ = close(descriptor) }
    guard var line = SecretLine.read(from: descriptor, atMost: Self.longest) else {
      throw Failure(.fileMissing, ["path": .text(path)])
    }
    return try Secret(taking: &line)
  }
}
