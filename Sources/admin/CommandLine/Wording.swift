internal import Publishing

/// The catalogue's words for commands and their parameters.
struct Wording {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  func summary(of command: Command) -> String { catalogue.text(command.summaryKey) }

  /// What a parameter means: for this command when it has its own text, else for all.
  func description(_ parameter: Parameter, of command: Command?) -> String {
    let own = command.map { "option.\(key(of: $0)).\(parameter.name)" }
    return own.flatMap(catalogue.template) ?? catalogue.text("option.\(parameter.name)")
  }

  /// How a person is asked for a parameter; its description when there is no question.
  func question(_ parameter: Parameter, of command: Command) -> String {
    catalogue.template("ask.\(key(of: command)).\(parameter.name)")
      ?? catalogue.template("ask.\(parameter.name)") ?? description(parameter, of: command)
  }

  /// Whether there is a question of its own for a parameter.
  func asks(_ parameter: Parameter, of command: Command) -> Bool {
    catalogue.template("ask.\(key(of: command)).\(parameter.name)") != nil
      || catalogue.template("ask.\(parameter.name)") != nil
  }

  private func key(of command: Command) -> String {
    command.name.split(separator: " ").joined(separator: ".")
  }
}
