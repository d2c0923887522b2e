import Foundation
import Testing
import Values

/// `admin init` and `admin apply`: from an empty place to a network whose rules are in force.
@Suite struct FoundingProgramTests {
  private static let templates = [
    "blank", "coordinator-and-contact-points", "plenary-of-states",
  ]

  private static let answers = """
    title: Rede de Teste
    id: teste
    languages: [pt, en]
    members: [PT, ES, 'NO']

    """

  /// A place for a network, with a file of answers beside it.
  private static func with(
    _ answers: String = answers, _ body: (_ place: URL, _ answers: String) throws -> Void
  ) throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "answers.yaml")
      try Data(answers.utf8).write(to: file)
      try body(folder.appending(path: "teste"), file.path)
    }
  }

  private static func initialize(
    _ template: String, _ answers: String, _ place: URL
  ) throws -> Program.Outcome {
    try Program.run(["init", "--template", template, "--answers", answers, place.path])
  }

  private static func files(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(arguments: templates)
  func `The lines that init proposes lead to a network with its members`(_ template: String) throws
  {
    try Self.with { place, answers in
      let made = try Self.initialize(template, answers, place)
      #expect(made.status == 0, "\(made.talk)")
      #expect(
        try Self.files(place) == [
          "cases.yaml", "founding.yaml", "network.yaml", "plugin.schema.json",
        ])
      let proposed = made.talk.split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      .filter { $0.hasPrefix("admin ") }
      #expect(proposed.count == 4)
      for line in proposed {
        let words = line.split(separator: " ").dropFirst().map { String($0) }
        let outcome = try Program.run(words)
        #expect(outcome.status == 0, "\(line): \(outcome.talk)")
      }
      let members = try Program.run(["-C", place.path, "member", "list", "--json"]).json.list
      #expect(members?.compactMap { $0["member"]?.text } == ["ES", "NO", "PT"])
      let status = try Program.run(["-C", place.path, "status", "--json"]).json
      #expect(status["network"] == "teste" && status["founded"] == true && status["members"] == 3)
    }
  }

  @Test(arguments: templates)
  func `The same answers give the same files, byte for byte`(_ template: String) throws {
    try Self.with { place, answers in
      let other = place.deletingLastPathComponent().appending(path: "other")
      for folder in [place, other] {
        #expect(try Self.initialize(template, answers, folder).status == 0)
      }
      for file in try Self.files(place) {
        let (one, two) = (place.appending(path: file), other.appending(path: file))
        #expect(try Data(contentsOf: one) == Data(contentsOf: two), "\(file)")
      }
    }
  }

  @Test func `A place that something stands at is left as it is`() throws {
    try Self.with { place, answers in
      #expect(try Self.initialize("blank", answers, URL(filePath: answers)).status == 73)
      #expect(try String(contentsOfFile: answers, encoding: .utf8) == Self.answers)
      #expect(try Self.initialize("blank", answers, place).status == 0)
      let before = try Data(contentsOf: place.appending(path: "network.yaml"))
      let again = try Self.initialize("plenary-of-states", answers, place)
      #expect(again.status == 73)
      #expect(again.talk.hasSuffix("[network-exists]\n"))
      #expect(try Data(contentsOf: place.appending(path: "network.yaml")) == before)
    }
  }

  @Test(arguments: [
    ("title: X\nid: x\nmembers: [PT, ZZ]\n", "3:15", "jurisdiction-unknown"),
    ("title: X\nid: Not An Id\nmembers: [PT]\n", "2:5", "value-unreadable"),
    ("title: X\nid: x\nmembers: []\n", "3:10", "list-empty"),
    ("title: X\nid: x\nmembers: [PT]\nnotise: P7D\n", "4:1", "error key-"),
    ("title: X\nid: x\nid: y\nmembers: [PT]\n", "3:1", "yaml-duplicate-key"),
    ("title: X\nid: x\nmembers: [PT\n", "4:1", "yaml-bracket"),
    ("id: x\n", "1:1", "key-missing"), ("", "1:1", "yaml-empty"),
    ("- a\n", "1:1", "value-unreadable"), ("\tid: x\n", "1:1", "yaml-tab"),
    ("title: \u{202E}X\nid: x\nmembers: [PT]\n", "1:8", "yaml-control-character"),
  ])
  func `A wrong answer is told with its place, and no folder is made`(
    _ row: (answers: String, place: String, code: String)
  ) throws {
    try Self.with(row.answers) { place, answers in
      let outcome = try Self.initialize("blank", answers, place)
      #expect(outcome.status == 65)
      #expect(outcome.talk.contains("answers.yaml:\(row.place): "), "\(outcome.talk)")
      #expect(outcome.talk.contains(row.code), "\(outcome.talk)")
      #expect(outcome.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: place.path))
    }
  }

  @Test(arguments: [
    ("blanc", "blank"), ("blank@2", "blank"), ("plenary-of-state", "plenary-of-states"),
    ("nonsense", "blank"), ("../blank", "blank"),
  ])
  func `An unknown template is told with those that are known`(
    _ row: (name: String, told: String)
  ) throws {
    try Self.with { place, answers in
      let outcome = try Self.initialize(row.name, answers, place)
      #expect(outcome.status == 66)
      #expect(outcome.talk.contains(row.told))
      #expect(outcome.talk.hasSuffix("[template-unknown]\n"))
      #expect(!FileManager.default.fileExists(atPath: place.path))
    }
  }

  // MARK: - apply

  /// A folder with the draft of a network from the blank template.
  private static func withDraft(_ body: (_ place: URL) throws -> Void) throws {
    try with { place, answers in
      let made = try initialize("blank", answers, place)
      guard made.status == 0 else { throw Unprepared(made.talk) }
      try body(place)
    }
  }

  private static func run(_ place: URL, _ line: String) throws -> Program.Outcome {
    try Program.run(["-C", place.path] + line.split(separator: " ").map { String($0) })
  }

  @Test func `A trial of the founding gives the events of the real one and leaves nothing`() throws
  {
    try Self.withDraft { place in
      let trial = try Self.run(place, "apply --founding --dry-run --json --key k")
      #expect(trial.status == 0)
      #expect(
        try Self.files(place) == [
          "cases.yaml", "founding.yaml", "network.yaml", "plugin.schema.json",
        ])
      let real = try Self.run(place, "apply --founding --json --key k")
      #expect(real.status == 0)
      let (one, two) = (try trial.json, try real.json)
      #expect(one["dry_run"] == true && two["dry_run"] == false)
      let types = [one, two].map { $0["events"]?.list?.map { $0["type"] } }
      #expect(types[0] == types[1] && types[0] == ["network.founded", "rules.adopted"])
      let data = [one, two].map { $0["events"]?.list?.map { $0["data"] } }
      #expect(data[0] == data[1])
      #expect(try Self.files(place).contains("log.db"))
    }
  }

  @Test func `A network is founded once, and the repeated request gets the first answer`() throws {
    try Self.withDraft { place in
      #expect(try Self.run(place, "apply --founding --key k").status == 0)
      let again = try Self.run(place, "apply --founding --key k --json")
      #expect(again.status == 0)
      #expect(try again.json["repeated"] == true)
      let second = try Self.run(place, "apply --founding --key other")
      #expect(second.status == 10)
      #expect(try Self.run(place, "verify --json").json["events"] == 2)
    }
  }

  @Test(arguments: [
    ("apply", 64, "apply-undecided"), ("apply --founding --adopted-by D-1", 64, "apply-undecided"),
    ("apply --adopted-by D-1", 66, "network-unfounded"), ("apply --fonding", 64, "option-unknown"),
    ("rules show", 66, "network-unfounded"), ("rebuild", 66, "network-unfounded"),
    ("verify", 66, "network-unfounded"),
    ("member list", 66, "network-unfounded"), ("log export", 66, "network-unfounded"),
  ])
  func `Before the founding each line says what is missing, and makes no file`(
    _ row: (line: String, status: Int32, code: String)
  ) throws {
    try Self.withDraft { place in
      let outcome = try Self.run(place, row.line)
      #expect(outcome.status == row.status)
      #expect(outcome.talk.contains("[\(row.code)]"), "\(outcome.talk)")
      #expect(
        try Self.files(place) == [
          "cases.yaml", "founding.yaml", "network.yaml", "plugin.schema.json",
        ])
    }
  }

  @Test func `Rules that changed in the draft are in force only when they are adopted`() throws {
    try Self.withDraft { place in
      #expect(try Self.run(place, "apply --founding").status == 0)
      let before = try Self.run(place, "rules show --json").output
      let file = place.appending(path: "network.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("version: 1.0.0", with: "version: 2.0.0").utf8).write(to: file)
      #expect(try Self.run(place, "rules show --json").output == before)
      #expect(try Self.run(place, "status --json").json["rules"] == "1.0.0")
      let unknown = try Self.run(place, "apply --adopted-by D-9")
      #expect(unknown.status == 66)
      #expect(try Self.run(place, "status --json").json["rules"] == "1.0.0")
    }
  }

  @Test func `A draft that is gone or broken stops apply and nothing else`() throws {
    try Self.withDraft { place in
      #expect(try Self.run(place, "apply --founding").status == 0)
      let file = place.appending(path: "network.yaml")
      try Data("id: [\n".utf8).write(to: file)
      let broken = try Self.run(place, "apply --adopted-by D-1")
      #expect(broken.status == 65)
      #expect(broken.talk.contains("network.yaml:"))
      try FileManager.default.removeItem(at: file)
      #expect(try Self.run(place, "apply --adopted-by D-1").talk.contains("network.yaml"))
      for line in ["member list", "rules show", "verify", "rebuild", "status"] {
        #expect(try Self.run(place, line).status == 0, "\(line)")
      }
    }
  }

  @Test func `A folder with a foreign log is not founded over`() throws {
    try Self.withDraft { place in
      let file = place.appending(path: "log.db")
      try Data("my own notes".utf8).write(to: file)
      let outcome = try Self.run(place, "apply --founding")
      #expect(outcome.status == 65)
      #expect(outcome.talk.hasSuffix("[database-foreign]\n"))
      #expect(try Data(contentsOf: file) == Data("my own notes".utf8))
    }
  }
}
