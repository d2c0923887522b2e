internal import Plugins
internal import Publishing

extension DraftWords {
  /// The remarks in a language of the network; in English where the program does not speak it.
  init(language: String) {
    let catalogue = Catalogue(Language(rawValue: language) ?? .english)
    self.init(
      head: catalogue.template("draft.head") ?? Self.english.head,
      since: catalogue.template("draft.since") ?? Self.english.since,
      rest: catalogue.template("draft.rest") ?? Self.english.rest)
  }
}
