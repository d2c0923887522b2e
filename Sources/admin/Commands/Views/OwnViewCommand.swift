internal import EventStore
internal import Projections
internal import Values

/// `admin view show NAME`: the rows of a view that the network's rules declare.
enum OwnViewCommand {
  static let show = Command(
    noun: "view", verb: "show", group: .ask, effect: .reads,
    parameters: [.positional("view")],
    examples: [
      "admin view show guidelines", "admin view show guidelines --as-of 2025-06-30 --json",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let views = try session.views(of: log)
    let day = try session.day(in: log)
    let name = try invocation.required("view")
    guard let view = try OwnView.find(name, in: views, on: day) else {
      throw try missing(name, views, day)
    }
    try session.show(
      Listing(
        columns: view.columns, rows: view.rows.compactMap { $0.json.fields },
        fields: view.columns + Row.explaining))
    return .done
  }

  private static func missing(_ name: String, _ views: Views, _ day: Day) throws -> Failure {
    let declared = try ViewCatalogue.view("view")?.rows(views, day) ?? []
    let nearest = Suggestion.word(to: name, among: declared.compactMap { $0.text("view") })
    return Failure(
      .thingMissing,
      [
        "noun": .word("noun.view"), "command": .text("view"), "found": .text(name),
        "day": .day(day), "nearest": .text(nearest ?? ""),
      ])
  }
}
