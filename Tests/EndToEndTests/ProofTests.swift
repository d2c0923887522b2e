import Foundation
import Testing
import Values

/// A record that can be trusted, from the built program to a person who has only the key.
@Suite struct ProofTests {
  private static let passphrase = "correct horse battery staple"

  /// A network with a key, its public half, and a file with the passphrase.
  private struct Signer {
    let network: NetworkOnDisk
    let key: String

    init(_ network: NetworkOnDisk, _ options: String) throws {
      self.network = network
      try Data((ProofTests.passphrase + "\n").utf8).write(to: network.file("passphrase"))
      let made = try network.run(
        "key add \(options) --passphrase-file \(network.folder)/passphrase")
      guard made.status == 0 else { throw Unprepared(made.talk) }
      key = try network.rows("key list").last?["public_key"]?.text ?? ""
    }

    /// Runs a line that opens the key.
    func open(_ line: String) throws -> Program.Outcome {
      try network.run("\(line) --passphrase-file \(network.folder)/passphrase")
    }

    func write(_ text: String, to name: String) throws -> String {
      try Data(text.utf8).write(to: network.file(name))
      return network.file(name).path
    }
  }

  private static func with(_ body: (Signer) throws -> Void) throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      try body(Signer(network, "--name forum.example/log"))
    }
  }

  @Test func `A third person checks an extract with the key alone, in an empty folder`() throws {
    try Self.with { signer in
      #expect(try signer.open("checkpoint publish").status == 0)
      let extract = try signer.network.run("log extract 5").output
      let path = try signer.write(extract, to: "extract.json")
      let told = try Program.run(["verify", path, "--key", signer.key])
      #expect(told.status == 0 && told.output.hasPrefix("The event 5 ("), "\(told.talk)")
      let letter = try #require(extract.range(of: "secretariat"))
      let forged = extract.replacingCharacters(in: letter, with: "secretarias")
      let changed = try Program.run([
        "verify", signer.write(forged, to: "forged"), "--key", signer.key,
      ])
      #expect(changed.status == 11 && changed.output.isEmpty)
    }
  }

  @Test(.enabled(if: Python.isThere, "python3 is missing"))
  func `Another program in another language checks the same files`() throws {
    try Self.with { signer in
      let note = try signer.open("checkpoint publish").output
      let folder = Program.root.appending(path: "Tests/EventStoreTests").path
      let script = """
        import sys
        sys.dont_write_bytecode = True
        sys.path.insert(0, sys.argv[1])
        import verify_note
        verify_note.main(*sys.argv[2:])
        """
      let log = signer.network.file("log.db").path
      let noted = try Python.run(
        script, [folder, "note", signer.write(note, to: "note"), signer.key, log])
      #expect(noted.hasPrefix("holds "))
      let extract = try signer.network.run("log extract 3").output
      let held = try Python.run(
        script, [folder, "extract", signer.write(extract, to: "extract"), signer.key])
      #expect(held == "holds\n")
    }
  }

  @Test func `A witness on another network refuses a log that was put back and went on`() throws {
    try Self.with { signer in
      try NetworkOnDisk.with("ciberred", history: false) { other in
        let witness = try Signer(other, "--name watch.example/acta --purpose witness")
        let old = try Data(contentsOf: signer.network.file("log.db"))
        #expect(try signer.network.run("member admit XK --class member").status == 0)
        _ = try signer.open("checkpoint publish")
        func confirm() throws -> Program.Outcome {
          let request = try signer.network.run("checkpoint export").output
          return try witness.open(
            "witness confirm \(witness.write(request, to: "request")) --key \(signer.key)")
        }
        #expect(try confirm().status == 0)
        for name in ["checkpoints", "log.db-wal", "log.db-shm"] {
          try? FileManager.default.removeItem(at: signer.network.file(name))
        }
        try old.write(to: signer.network.file("log.db"))
        #expect(try signer.network.run("member admit MD --class member").status == 0)
        #expect(try signer.open("checkpoint publish").status == 0)
        let told = try confirm()
        #expect(told.status == 11 && told.output.isEmpty)
        #expect(told.talk.hasSuffix("[checkpoint-fork]\n"))
      }
    }
  }

  @Test func `The key file is for its owner only, and another mode is refused`() throws {
    try Self.with { signer in
      let id = try #require(signer.key.split(separator: "+").dropFirst().first)
      let file = signer.network.file("signing/\(id).key").path
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
      let told = try signer.open("checkpoint publish")
      #expect(told.status == 78 && told.talk.hasSuffix("[key-file-exposed]\n"))
    }
  }

  @Test func `No file of the network holds the passphrase`() throws {
    try Self.with { signer in
      _ = try signer.open("checkpoint publish")
      let folder = URL(filePath: signer.network.folder)
      let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      let files = (names?.allObjects ?? []).compactMap { $0 as? URL }
      #expect(files.count > 6)
      for file in files where file.lastPathComponent != "passphrase" {
        let bytes = (try? Data(contentsOf: file)) ?? Data()
        #expect(bytes.range(of: Data(Self.passphrase.utf8)) == nil, "\(file.lastPathComponent)")
      }
    }
  }
}
