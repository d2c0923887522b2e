extension SampleRules {
  /// A type of event that only the sample network has, with a role that records it and a guard on it.
  package static let guidelines = """
    roles:
      editor: {grants: [sample.guideline.published], source: practice}
    events:
      sample.guideline.published:
        version: 1
        title: {en: Guideline published}
        by: [editor]
        payload:
          type: object
          required: [number, handling]
          properties:
            number: {type: string, pattern: "^S/[0-9]{4}$"}
            handling: {enum: [clear, green]}
            names_case: {type: boolean, default: false}
            copies: {type: integer, minimum: 1, maximum: 500}
            sent: {type: day}
            tags: {type: array, maxItems: 3, items: {type: string}}
            issue: {type: object, properties: {volume: {type: integer}, part: {type: string}}}
    guards:
      - id: guideline.no-case-in-clear
        on: [sample.guideline.published]
        source: assumption
        require: "!payload.names_case || payload.handling == 'green'"
        message: {en: "Not with the handling {handling}."}
        values: {handling: payload.handling}
    """

  /// The same type in its next version: `number` is called `code`, the copies are no more, a language is new.
  package static let laterGuidelines =
    guidelines
    .replacing("version: 1\n", "version: 2\n").replacing("[number, handling]", "[code, handling]")
    .replacing("number: {type: string", "language: {type: string}\n        code: {type: string")
    .replacing("        copies: {type: integer, minimum: 1, maximum: 500}\n", "")
    .replacing(
      "guards:\n",
      "    upcast: {\"1\": {rename: {number: code}, add: {language: en}, drop: [copies]}}\nguards:\n"
    )
}

extension String {
  /// Every occurrence of some words replaced.
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
