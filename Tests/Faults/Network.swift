import Foundation
import Values

/// A network with its public past, a key, checkpoints, an export and an extract, made by the program.
struct Network {
  static let policies = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies").path

  let folder: String
  /// The public half of its key.
  let key: String

  static func found(in trial: Trial) throws -> Network {
    let folder = trial.freshFolder()
    func run(_ words: String...) throws -> String {
      let outcome = try trial.run(words)
      guard outcome.status == 0 else { throw Acts.Broken(what: "\(words): \(outcome.talk)") }
      return outcome.output
    }
    let name = "forum-cibercrime"
    _ = try run("init", "--template", "\(policies)/networks/\(name).yaml", folder)
    _ = try run("-C", folder, "apply", "--founding")
    _ = try run("-C", folder, "import", "\(policies)/histories/\(name).yaml")
    for person in 1...4 {
      _ = try run(
        "-C", folder, "person", "add", "--name", "Maria Anões \(person)",
        "--email", "m\(person)@example.org")
    }
    let passphrase = "\(trial.folder)/passphrase"
    try Data("correct horse battery staple\n".utf8).write(to: URL(filePath: passphrase))
    let secret = ["--passphrase-file", passphrase]
    _ = try trial.run(["-C", folder, "key", "add", "--name", "forum.example/log"] + secret)
    _ = try trial.run(["-C", folder, "checkpoint", "publish"] + secret)
    let keys = try JSON(parsing: run("-C", folder, "key", "list", "--json"))
    guard let key = keys.list?.last?["public_key"]?.text else {
      throw Acts.Broken(what: "the network has no key")
    }
    let network = Network(folder: folder, key: key)
    try network.write(run("-C", folder, "log", "export"), to: "export.jsonl")
    try network.write(run("-C", folder, "log", "extract", "5"), to: "extract.json")
    _ = try run("-C", folder, "member", "list")
    return network
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  /// The bytes of every file, by its path within the folder.
  func files() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try names.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let path = "\(folder)/\(name)"
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return }
      files[name] = try Data(contentsOf: URL(filePath: path))
    }
  }

  /// Puts files back as they were, and takes away what came since.
  func restore(_ files: [String: Data]) throws {
    for (name, data) in try self.files() where files[name] != data {
      if files[name] == nil { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    }
    let now = try self.files()
    for (name, data) in files where now[name] != data {
      try data.write(to: URL(filePath: "\(folder)/\(name)"))
    }
  }
}
