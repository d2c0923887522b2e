import Foundation

/// One run over the kinds of faults that were asked for.
struct Session {
  private var isShort = false
  private var seed: UInt64 = 2_026
  private var only: Set<String> = []
  private var admin: String

  /// Reads the words of the command line; nil when they are wrong.
  init?(_ words: [String]) throws {
    admin = Program.beside("admin")
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--short": isShort = true
      case "--seed":
        guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seed = number
      case "--only":
        guard let name = rest.popFirst(), Kind.all.contains(where: { $0.name == name }) else {
          return nil
        }
        only.insert(name)
      case "--admin":
        guard let path = rest.popFirst() else { return nil }
        admin = path
      default: return nil
      }
    }
  }

  /// Whether everything held.
  func run() throws -> Bool {
    var isWhole = true
    for kind in Kind.all where only.isEmpty || only.contains(kind.name) {
      let start = ContinuousClock.now
      let trial = try Trial(kind.name, seed: seed, isShort: isShort, admin: admin)
      defer { trial.clear() }
      let line = result(of: kind, trial)
      let seconds = start.duration(to: .now).components.seconds
      Console.say(
        "\(column(kind.name, 12))\(column(line.word, 9))seed \(seed)  \(seconds) s  \(line.told)")
      for failure in trial.failures { Console.say("  \(kind.name): \(failure)") }
      isWhole = isWhole && line.word != "FAILED"
    }
    return isWhole
  }

  private func result(of kind: Kind, _ trial: Trial) -> (word: String, told: String) {
    do {
      let told = try kind.run(trial)
      return (trial.failures.isEmpty ? "ok" : "FAILED", told)
    } catch let skipped as Skipped {
      return (trial.failures.isEmpty ? "skipped" : "FAILED", skipped.reason)
    } catch {
      return ("FAILED", "stopped by \(error)")
    }
  }

  private func column(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count + 1), withPad: " ", startingAt: 0)
  }
}
