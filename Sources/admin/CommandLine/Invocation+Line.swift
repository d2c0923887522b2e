internal import Values

extension Invocation {
  /// The command line that stands for this call, to be pasted into a shell.
  func line(_ globals: GlobalOptions) -> String {
    let options = command.options.flatMap { words(of: $0) }
    let places = command.positionals.flatMap { arguments[$0.name]?.map(\.text) ?? [] }
    let needsDashes = places.contains { $0.hasPrefix("-") }
    let line =
      ["admin"] + globals.words + command.name.split(separator: " ").map { String($0) }
      + (needsDashes ? options + ["--"] + places : places + options)
    return line.map(ShellWord.quoted).joined(separator: " ")
  }

  private func words(of parameter: Parameter) -> [String] {
    (arguments[parameter.name] ?? []).flatMap { parameter.words(for: $0) }
  }
}

extension GlobalOptions {
  /// The options as words of a command line.
  var words: [String] {
    Self.parameters.flatMap { parameter in
      value(of: parameter).map { parameter.words(for: $0) } ?? []
    }
  }
}

extension Parameter {
  /// `--name value`; in one word when the value looks like an option itself.
  func words(for value: Argument) -> [String] {
    if kind == .flag { return [spelling] }
    return value.text.hasPrefix("-") ? ["\(spelling)=\(value.text)"] : [spelling, value.text]
  }
}
