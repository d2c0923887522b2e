import Foundation

/// Whatever is given to a parser of input: an answer comes, in time, and the program stands.
enum Parsers {
  static func run(_ trial: Trial) throws -> String {
    let told = try InputParser.all.map { parser in
      let count = trial.count(short: parser.count, long: 20 * parser.count)
      try read(parser, count, trial)
      return "\(parser.name) \(count)"
    }
    return "texts read: \(told.joined(separator: ", "))"
  }

  /// Reads in a process of its own, and goes on after a text that ends it.
  private static func read(_ parser: InputParser, _ count: Int, _ trial: Trial) throws {
    let (mark, told) = (
      "\(trial.folder)/\(parser.name).mark", "\(trial.folder)/\(parser.name).told"
    )
    var first = 0
    while first < count {
      let words = ["parse", parser.name, "\(trial.seed)", "\(first)", "\(count)", mark]
      let process = try Program.child(words, output: told)
      let hasEnded = Program.wait(atMost: .seconds(trial.isShort ? 300 : 3_600)) {
        !process.isRunning
      }
      Program.stop(process)
      for line in Program.lines(told) { trial.expect(false, String(line)) }
      if hasEnded, process.terminationReason == .exit, process.terminationStatus == 0 { return }
      let last = Int(Program.text(mark)) ?? first
      trial.expect(
        false, "\(parser.name), text \(last): \(hasEnded ? "ended the program" : "no end")")
      first = last + 1
    }
  }

  /// The work of that process: texts from a number to another, the current one's number in a file.
  static func work(_ name: String, seed: UInt64, _ first: Int, _ end: Int, _ mark: String) throws {
    guard let parser = InputParser.all.first(where: { $0.name == name }) else {
      throw Acts.Broken(what: "no parser \(name)")
    }
    var mutator = Mutator(parser, seed: seed)
    _ = FileManager.default.createFile(atPath: mark, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: mark))
    for number in 0..<end {
      let bytes = mutator.next()
      guard number >= first else { continue }
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data("\(number)".utf8))
      let start = ContinuousClock.now
      let complaint = parser.read(bytes)
      let time = start.duration(to: .now)
      if let complaint { Console.say("\(name), text \(number): \(complaint)") }
      if time > .seconds(10) {
        Console.say("\(name), text \(number): took \(time.components.seconds) s")
      }
    }
  }
}
