internal import Governance
internal import Publishing
internal import Values

/// All commands on one page of Markdown, made from the tree.
struct CommandsPage {
  private let tree: CommandTree
  private let catalogue: Catalogue
  private let help: Help
  private let wording: Wording

  init(_ tree: CommandTree, _ catalogue: Catalogue) {
    self.tree = tree
    self.catalogue = catalogue
    help = Help(tree, catalogue)
    wording = Wording(catalogue)
  }

  var text: String {
    let parts =
      [
        "# " + catalogue.text("help.markdown-title"), catalogue.text("help.markdown-about"),
        "`\(catalogue.text("help.usage"))`",
      ] + Command.Group.allCases.flatMap(chapter) + [options, statuses]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func chapter(_ group: Command.Group) -> [String] {
    let commands = tree.commands.filter { command in
      tree.commands.first { $0.noun == command.noun }?.group == group
    }
    guard !commands.isEmpty else { return [] }
    return ["## " + catalogue.text("group.\(group.rawValue)")] + commands.map(section)
  }

  private func section(_ command: Command) -> String {
    var parts = ["### \(command.name)", wording.summary(of: command)]
    parts.append("    " + help.usage(command))
    if !command.parameters.isEmpty {
      parts.append(
        table(command.parameters.map { (help.sketch($0), help.meaning($0, of: command)) }))
    }
    if !command.columns.isEmpty {
      let rows = command.columns.map { ($0.name, help.meaning($0)) }
      parts.append(table(rows, of: "help.sheet-column"))
    }
    parts.append((["```sh"] + command.examples + ["```"]).joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }

  private func table(
    _ rows: [(String, String)], of things: String = "help.option"
  ) -> String {
    let head =
      "| \(catalogue.text(things)) | \(catalogue.text("help.meaning")) |\n| --- | --- |"
    return ([head] + rows.map { "| `\(escaped($0.0))` | \(escaped($0.1)) |" })
      .joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private var options: String {
    let rows = GlobalOptions.parameters.map { (help.sketch($0), wording.description($0, of: nil)) }
    return "## \(catalogue.text("help.global-options"))\n\n" + table(rows)
  }

  private var statuses: String {
    let parts = ExitStatus.allCases.map { status in
      "### \(status.rawValue)\n\n" + catalogue.text("exit.\(status.rawValue)")
    }
    return (["## \(catalogue.text("help.statuses"))"] + parts).joined(separator: "\n\n")
  }
}
