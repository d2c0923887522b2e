import Publishing
import Testing
import Values

@testable import admin

/// What a person sees of long work, and a program never.
@Suite struct ProgressTests {
  /// A terminal for talk, which keeps what it was told.
  private final class Screen: Terminal {
    let canAsk = false
    let outputIsTerminal = false
    let outputWidth: Int? = nil
    let talkIsTerminal: Bool
    private(set) var talk = ""

    init(isTerminal: Bool) { talkIsTerminal = isTerminal }

    func write(_ text: String) {}
    func writeError(_ text: String) { talk += text }
    func readLine() -> String? { nil }
    func readSecret(_ prompt: String, atMost limit: Int) -> [UInt8]? { nil }
    func flush() -> Bool { true }
  }

  private static func session(_ terminal: any Terminal, _ language: Language = .english) -> Session
  {
    Session(
      tree: .all, catalogue: Catalogue(language), globals: GlobalOptions(), environment: [:],
      terminal: terminal)
  }

  @Test(
    arguments: [
      (0, 100, 1_000_000, "verify: 0 done, 0 a second"),
      (50, 100, 1_000_000, "verify: 50 of 100, 50 a second, 1 s left"),
      (100, 100, 2_000_000, "verify: 100 of 100, 50 a second, 0 s left"),
      (120, 100, 1_000_000, "verify: 120 of 100, 120 a second, 0 s left"),
      (10, nil, 500_000, "verify: 10 done, 20 a second"),
      (7, 100, 0, "verify: 7 of 100, 7000000 a second, 0 s left"),
      (1_000_000, 4_000_000, 2_500_000, "verify: 1000000 of 4000000, 400000 a second, 7 s left"),
    ] as [(Int, Int?, Int64, String)])
  func `Rate and time left follow from what is done`(
    _ row: (done: Int, all: Int?, time: Int64, text: String)
  ) {
    let progress = Progress("verify", Self.session(Screen(isTerminal: true)))
    #expect(progress.text(row.done, of: row.all, after: row.time) == row.text)
  }

  @Test func `No number is too large to be told`() {
    let progress = Progress("verify", Self.session(Screen(isTerminal: true)))
    for done in [Int.max, Int.max / 2, 0] {
      for time in [Int64.max, 1, 0] {
        #expect(progress.text(done, of: .max, after: time).hasPrefix("verify: "))
      }
    }
  }

  @Test(arguments: [true, false])
  func `Short work is told nowhere`(_ isTerminal: Bool) {
    let screen = Screen(isTerminal: isTerminal)
    let progress = Progress("verify", Self.session(screen))
    for done in 0..<1_000 { progress.tell(done, of: 1_000) }
    progress.end()
    #expect(screen.talk.isEmpty)
  }

  @Test(arguments: [("pt", "verify: 10 feitos"), ("es", "verify: 10 hechos")])
  func `It speaks the reader's language`(_ row: (tag: String, start: String)) throws {
    let language = try #require(Language(tag: row.tag))
    let progress = Progress("verify", Self.session(Screen(isTerminal: true), language))
    #expect(progress.text(10, of: nil, after: 1_000_000).hasPrefix(row.start))
  }
}
