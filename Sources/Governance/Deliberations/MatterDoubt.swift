internal import Plugins
internal import Values

/// What is to be said of a kind of matter for which a body has no rule of its own.
///
/// The rule `default` decides it. That may be what was meant, so it is only noted; a word that is nearly
/// one of the rules was meant as that one, whose majority may be another.
struct MatterDoubt {
  private(set) var objections: [Refusal] = []
  private(set) var notes: [Note] = []

  /// - Parameters:
  ///   - matter: As it was given.
  ///   - body: Whose rules decide; one without any rule has nothing to compare with.
  init(_ matter: String, in body: Body) {
    let known = body.decisions.map(\.matter)
    guard !known.isEmpty, !known.contains(matter), let fallback = body.decision(on: matter) else {
      return
    }
    if let nearest = Nearest.word(to: matter, among: known) {
      objections = [
        Refusal(
          .matterMisspelt, ["matter": .text(matter), "nearest": .text(nearest)],
          clause: fallback.clause, ways: [Note("use-one-of", ["known": .list(known)])])
      ]
    } else {
      notes = [
        Note("matter-by-default", ["matter": .text(matter), "clause": .text(fallback.clause.id)])
      ]
    }
  }
}

extension RefusalCode {
  static let matterMisspelt = RefusalCode("matter-misspelt")
}
