import EventStore
import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// A hundred erasures by chance: no byte of a name is left in any file, whatever lies between.
@Suite struct HundredErasuresTests {
  private static let syllables = ["ba", "ri", "to", "que", "lu", "mão", "zé", "nho", "ça", "vi"]

  private static func word(_ random: inout Seeded) -> String {
    (0..<4).map { _ in syllables[Int.random(in: 0..<syllables.count, using: &random)] }.joined()
  }

  /// The bytes of every file of a folder, and of those below it, by their names.
  private static func files(in folder: String) throws -> [String: Data] {
    let all = try #require(FileManager.default.enumerator(atPath: folder))
    var files: [String: Data] = [:]
    for case let path as String in all {
      files[path] = FileManager.default.contents(atPath: folder + "/" + path)
    }
    return files
  }

  private static func keys(of persons: [String], in folder: String) throws -> [String: [UInt8]] {
    let connection = try Connection(path: folder + "/keys.db", for: .reading)
    var keys: [String: [UInt8]] = [:]
    try connection.query("SELECT subject, key FROM keys WHERE key IS NOT NULL") { row in
      keys[try row.text(at: 0)] = try row.blob(at: 1)
    }
    return keys.filter { persons.contains($0.key) }
  }

  @Test(arguments: UInt64(1)...4)
  func `Of twenty-five persons of each seed nothing is left`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    try SampleNetwork.with { network in
      var names: [String: [String]] = [:]
      for number in 1...35 {
        let words = (0..<3).map { _ in Self.word(&random) }
        names["H-\(number)"] = words
        let line = "- {do: person add, name: \(words[0]) \(words[1]), email: \(words[2])@e.org}\n"
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
        try Data(line.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let told = network.run("import \(path.path) -q")
        #expect(told.status == .done, "\(told.talk)")
        guard number % 3 == 0 else { continue }
        let edit = network.run("person edit H-\(number) --phone '+351 \(words[2])' -q")
        #expect(edit.status == .done)
      }
      let erased = names.keys.sorted().shuffled(using: &random).prefix(25)
      let keys = try Self.keys(of: Array(erased), in: network.folder)
      #expect(keys.count == 25)
      for person in erased {
        let told = network.run("person erase \(person) --basis law -q")
        #expect(told.status == .done, "\(person): \(told.talk)")
      }
      let files = try Self.files(in: network.folder)
      #expect(files.keys.contains("log.db") && files.keys.contains("keys.db"))
      for person in erased {
        for word in names[person] ?? [] {
          for (file, bytes) in files {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(person) in \(file)")
          }
        }
        let key = try #require(keys[person])
        for (file, bytes) in files {
          #expect(bytes.range(of: Data(key)) == nil, "the key of \(person) in \(file)")
        }
      }
      try Self.checkTheOthers(names, erased: Set(erased), in: network)
    }
  }

  /// The others are named as before, and the log is whole.
  private static func checkTheOthers(
    _ names: [String: [String]], erased: Set<String>, in network: SampleNetwork
  ) throws {
    let list = try network.json("person list").list ?? []
    #expect(list.count == 35)
    for row in list {
      let person = try #require(row["person"]?.text)
      let words = try #require(names[person])
      let name = "\(words[0]) \(words[1])"
      let expected = erased.contains(person) ? "erased person \(person)" : name
      #expect(row["name"]?.text == expected)
    }
    #expect(network.run("verify").status == .done)
    let connection = try Connection(path: network.folder + "/log.db", for: .reading)
    let left = try connection.first(
      "SELECT count(DISTINCT subject) FROM sealed WHERE nonce NOTNULL"
    ) {
      try $0.int(at: 0)
    }
    #expect(left == 10)
  }
}
