import Plugins
package import Values

/// How a choice among several was voted on, as it is asked to be recorded.
struct OptionBallots: Hashable, Sendable {
  /// In the order given.
  let rankings: [Selection.Ranking]
  /// Empty unless it was given who voted how.
  let preferences: [Selection.Preference]
  let abstaining: Int
  /// Whether orders of several options were asked for.
  let isRanking: Bool

  static let fields: [ActField] = [
    .optional("options", .pairs("option", [])), .optional("rankings", .words),
    .optional("choices", .pairs("member", [])), .optional("abstain", .int),
  ]

  static let alternatives = [["options", "abstain"], ["rankings", "abstain"], ["choices"]]

  /// Reads exactly one of the three ways.
  ///
  /// - Throws: `choice-unclear` when none or more than one was given.
  init(_ input: ActInput) throws(Failure) {
    let given = ["options", "rankings", "choices"].filter { input.has($0) }
    guard given.count == 1, given != ["choices"] || !input.has("abstain") else {
      throw Failure(.choiceUnclear)
    }
    switch given[0] {
    case "options":
      rankings = try Self.counts(input)
      (preferences, isRanking) = ([], false)
    case "rankings":
      rankings = try Self.orders(input)
      (preferences, isRanking) = ([], true)
    default:
      preferences = try Self.preferences(input)
      rankings = Self.gathered(preferences)
      isRanking = preferences.contains { $0.order.count > 1 }
    }
    let silent = preferences.filter(\.order.isEmpty).count
    abstaining = try input.optional("abstain", ActInput.votes) ?? silent
  }

  // MARK: - Reading

  private static func counts(_ input: ActInput) throws(Failure) -> [Selection.Ranking] {
    var rankings: [Selection.Ranking] = []
    for (option, text) in try input.pairs("options", of: Selection.self) {
      rankings.append(Selection.Ranking([option], ballots: try count(text, "options", input)))
    }
    return rankings
  }

  /// `lisbon/porto=5`: so many ballots put these options in this order.
  private static func orders(_ input: ActInput) throws(Failure) -> [Selection.Ranking] {
    var rankings: [Selection.Ranking] = []
    for text in try input.texts("rankings") {
      let sides = text.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2 else { throw input.malformed("rankings", text, "form.ranking") }
      rankings.append(
        Selection.Ranking(
          try order(String(sides[0]), "rankings", input),
          ballots: try count(String(sides[1]), "rankings", input)))
    }
    return rankings
  }

  /// `PT=lisbon/porto`, or `PT=abstain`.
  private static func preferences(_ input: ActInput) throws(Failure) -> [Selection.Preference] {
    var preferences: [Selection.Preference] = []
    for (member, text) in try input.pairs("choices", of: Member.self) {
      let order = text == "abstain" ? [] : try order(text, "choices", input)
      preferences.append(Selection.Preference(member: member, order: order))
    }
    return preferences
  }

  private static func order(
    _ text: String, _ field: String, _ input: ActInput
  ) throws(Failure) -> [OptionID] {
    var order: [OptionID] = []
    for word in text.split(separator: "/", omittingEmptySubsequences: false) {
      guard let option = OptionID(word), !order.contains(option) else {
        throw input.malformed(field, text, "form.ranking")
      }
      order.append(option)
    }
    return order
  }

  private static func count(
    _ text: String, _ field: String, _ input: ActInput
  ) throws(Failure) -> Int {
    guard text.utf8.count <= 9, let count = Int(text), count >= 0 else {
      throw input.malformed(field, text, "form.count")
    }
    return count
  }

  /// Ballots with the same order together, in the order in which they were first given.
  private static func gathered(_ preferences: [Selection.Preference]) -> [Selection.Ranking] {
    var orders: [[OptionID]] = []
    for preference in preferences
    where !preference.order.isEmpty && !orders.contains(preference.order) {
      orders.append(preference.order)
    }
    return orders.map { order in
      Selection.Ranking(order, ballots: preferences.filter { $0.order == order }.count)
    }
  }
}

extension OptionBallots {
  /// Every option that somebody named, in the order of their names.
  var options: [OptionID] { Set(rankings.flatMap(\.order)).sorted() }

  /// The ballots that name an option.
  var valid: Int { rankings.reduce(0) { $0 + $1.ballots } }

  /// The same numbers as those of a vote, so that who may vote is asked as for any other.
  var ballot: Ballot {
    guard preferences.isEmpty else {
      return .names(
        preferences.map {
          Resolution.Cast(member: $0.member, vote: $0.order.isEmpty ? .abstain : .for)
        })
    }
    return .counts(inFavour: valid, against: 0, abstaining: abstaining)
  }

  /// The first choices, counted.
  var firstChoices: [Selection.Result] {
    options.map { option in
      let votes = rankings.filter { $0.order.first == option }.reduce(0) { $0 + $1.ballots }
      return Selection.Result(option, votes: votes)
    }
  }
}

extension Failure.Code {
  /// A choice among several says not exactly once how it was voted on.
  package static let choiceUnclear = Failure.Code("choice-unclear", exit: .usage)
}
