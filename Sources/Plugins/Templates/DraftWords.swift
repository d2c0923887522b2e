/// The remarks that a new network's file has beside what its founder answered.
package struct DraftWords: Hashable, Sendable {
  /// What the file is, in lines; `{template}` and `{version}` stand for the template's.
  package let head: String
  /// What stands above `recording_since`.
  package let since: String
  /// The heading above what the template says.
  package let rest: String

  package init(head: String, since: String, rest: String) {
    (self.head, self.since, self.rest) = (head, since, rest)
  }

  /// Those of a file that nobody reads in another language.
  package static let english = DraftWords(
    head: """
      The rules of this network: a draft, until `admin apply` has recorded it.

      It begins from the template {template}, version {version}. All that the template says
      holds, unless the same key stands here: copy it from the remarks at the end and change it.
      A rule whose source is `assumption` was adopted by nobody yet: put the text that it comes
      from under `basis` and cite its key.
      """,
    since: "Acts that took effect before this day are taken over, not decided again.",
    rest: "What the template says")

  /// The head as remarks of YAML.
  func head(_ template: Template) -> String {
    let text = head.replacing("{template}", with: template.name)
      .replacing("{version}", with: template.version)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "#" : "# \($0)" }.joined(separator: "\n")
  }
}
