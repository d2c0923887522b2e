package import Values

/// The codes of texts that are no acceptable YAML, and of values that are not what stands there.
extension Failure.Code {
  package static let yamlAliasGrowth = Self("yaml-alias-growth", exit: .badData)
  package static let yamlAliasSelf = Self("yaml-alias-self", exit: .badData)
  package static let yamlAliasUnknown = Self("yaml-alias-unknown", exit: .badData)
  package static let yamlAnchor = Self("yaml-anchor", exit: .badData)
  package static let yamlBlockHeader = Self("yaml-block-header", exit: .badData)
  package static let yamlBracket = Self("yaml-bracket", exit: .badData)
  package static let yamlColon = Self("yaml-colon", exit: .badData)
  package static let yamlControlCharacter = Self("yaml-control-character", exit: .badData)
  package static let yamlDirective = Self("yaml-directive", exit: .badData)
  package static let yamlDuplicateKey = Self("yaml-duplicate-key", exit: .badData)
  package static let yamlEmpty = Self("yaml-empty", exit: .badData)
  package static let yamlEncoding = Self("yaml-encoding", exit: .badData)
  package static let yamlEscape = Self("yaml-escape", exit: .badData)
  package static let yamlIndentation = Self("yaml-indentation", exit: .badData)
  package static let yamlKey = Self("yaml-key", exit: .badData)
  package static let yamlMergeKey = Self("yaml-merge-key", exit: .badData)
  package static let yamlQuote = Self("yaml-quote", exit: .badData)
  package static let yamlReservedCharacter = Self("yaml-reserved-character", exit: .badData)
  package static let yamlSecondDocument = Self("yaml-second-document", exit: .badData)
  package static let yamlSyntax = Self("yaml-syntax", exit: .badData)
  package static let yamlTab = Self("yaml-tab", exit: .badData)
  package static let yamlTag = Self("yaml-tag", exit: .badData)
  package static let yamlTooDeep = Self("yaml-too-deep", exit: .badData)
  package static let yamlTooLarge = Self("yaml-too-large", exit: .badData)
  package static let yamlTooMany = Self("yaml-too-many", exit: .badData)

  package static let choiceMisspelt = Self("choice-misspelt", exit: .badData)
  package static let choiceUnknown = Self("choice-unknown", exit: .badData)
  package static let keyMissing = Self("key-missing", exit: .badData)
  package static let keyMisspelt = Self("key-misspelt", exit: .badData)
  package static let keyUnknown = Self("key-unknown", exit: .badData)
  package static let valueOutOfRange = Self("value-out-of-range", exit: .badData)
  package static let valueUnreadable = Self("value-unreadable", exit: .badData)

  package static let fileMissing = Self("file-missing", exit: .notFound)
  package static let fileNoFile = Self("file-no-file", exit: .notFound)
  package static let fileUnreadable = Self("file-unreadable", exit: .inputOutput)

  /// Every code of the YAML reader; the catalogues have texts for each.
  package static let yamlCodes: [Self] = [
    yamlAliasGrowth, yamlAliasSelf, yamlAliasUnknown, yamlAnchor, yamlBlockHeader, yamlBracket,
    yamlColon, yamlControlCharacter, yamlDirective, yamlDuplicateKey, yamlEmpty, yamlEncoding,
    yamlEscape, yamlIndentation, yamlKey, yamlMergeKey, yamlQuote, yamlReservedCharacter,
    yamlSecondDocument, yamlSyntax, yamlTab, yamlTag, yamlTooDeep, yamlTooLarge, yamlTooMany,
    choiceMisspelt, choiceUnknown, keyMissing, keyMisspelt, keyUnknown, valueOutOfRange,
    valueUnreadable, fileMissing, fileNoFile, fileUnreadable,
  ]
}
