internal import Governance
internal import Plugins
internal import Values

extension CasePage {
  /// The changes that no case noticed, each with its place, then the score.
  func show(_ run: MutationRun) {
    for survivor in run.survivors {
      write(
        "test.survivor",
        [
          "place": .text(text(of: survivor.place)), "path": .text(survivor.path),
          "from": value(survivor.from), "to": value(survivor.to),
        ])
    }
    write(
      "test.score",
      ["killed": .int(run.killed), "tried": .int(run.tried), "percent": .int(run.percent)])
  }

  private func value(_ text: String?) -> Failure.Value {
    text.map { .text($0) } ?? .word("word.nothing")
  }
}

extension MutationRun {
  /// Of all changes, those that a case noticed, in whole per cent, never rounded up.
  var percent: Int { tried == 0 ? 100 : killed * 100 / tried }
}
