package import Values

extension SampleRules {
  /// The notice and the quorum are parameters, and there is one of each other kind.
  package static let parameters = [
    (
      "governance:\n",
      """
      parameters:
        notice: {type: period, default: P14D, min: P7D, max: P2M, title: {en: Notice}, source: charter}
        quorum: {type: fraction, default: 1/2, min: 1/2, max: 9/10, source: assumption}
        ceiling: {type: int, default: 3, min: 1, source: assumption}
        language: {type: choice, choices: [en, fr], default: en, source: practice}
        open: {type: bool, default: true, source: practice}
        motto: {type: text, default: Ius, source: practice}
      governance:

      """
    ),
    ("notice: {period: P14D,", "notice: {period: {param: notice},"),
    ("quorum: {more_than: 1/2,", "quorum: {more_than: {param: quorum},"),
  ]

  /// A guard that asks for a parameter: no more members than the ceiling.
  package static let ceiling = """

    guards:
      - id: members.ceiling
        on: [member.admitted]
        source: assumption
        require: "size(members) < params.ceiling"
        message: {en: "No more than {most} members."}
        values: {most: params.ceiling}
    """

  /// The rules with parameters, with further edits and in a version.
  package static func parametered(
    _ edits: [(String, String)] = [], version: String = "1.0.0"
  ) throws -> JSON {
    try amended(parameters + edits, version: version)
  }
}
