internal import Values

extension Failure.Code {
  static let nounUnknown = Self("noun-unknown", exit: .usage)
  static let verbUnknown = Self("verb-unknown", exit: .usage)
  static let optionUnknown = Self("option-unknown", exit: .usage)
  static let optionBeforeCommand = Self("option-before-command", exit: .usage)
  static let optionMissing = Self("option-missing", exit: .usage)
  static let optionRepeated = Self("option-repeated", exit: .usage)
  static let flagWithValue = Self("flag-with-value", exit: .usage)
  static let valueMissing = Self("value-missing", exit: .usage)
  static let optionUnreadable = Self("option-unreadable", exit: .usage)
  static let optionChoice = Self("option-choice", exit: .usage)
  static let argumentUnexpected = Self("argument-unexpected", exit: .usage)
  static let topicUnknown = Self("topic-unknown", exit: .usage)
  static let columnUnknown = Self("column-unknown", exit: .usage)
  static let filterUnreadable = Self("filter-unreadable", exit: .usage)
  static let answersEnded = Self("answers-ended", exit: .declined)
  static let answerDeclined = Self("answer-declined", exit: .declined)
  static let optionUnsuited = Self("option-unsuited", exit: .usage)
  static let clockUnreadable = Self("clock-unreadable", exit: .configuration)
  static let clockBeyond = Self("clock-beyond", exit: .configuration)
  static let networkMissing = Self("network-missing", exit: .notFound)
  static let networkUnfounded = Self("network-unfounded", exit: .notFound)
  static let eventTypeUnknown = Self("event-type-unknown", exit: .notFound)
  static let answerUnreadable = Self("answer-unreadable", exit: .usage)
  static let answerNoState = Self("answer-no-state", exit: .usage)
  static let answerChoice = Self("answer-choice", exit: .usage)
  static let answersUnasked = Self("answers-unasked", exit: .usage)
  static let templateMisnamed = Self("template-misnamed", exit: .badData)
  static let templateNameTaken = Self("template-name-taken", exit: .badData)
  static let positionMissing = Self("position-missing", exit: .notFound)
  static let templateUnknown = Self("template-unknown", exit: .notFound)
  static let rulesMissing = Self("rules-missing", exit: .notFound)
  static let thingMissing = Self("thing-missing", exit: .notFound)
  static let applyUndecided = Self("apply-undecided", exit: .usage)
  static let scratchFailed = Self("scratch-failed", exit: .cannotCreate)
  static let explainUnknown = Self("explain-unknown", exit: .notFound)
  static let networkExists = Self("network-exists", exit: .cannotCreate)
  static let folderUnmade = Self("folder-unmade", exit: .cannotCreate)
  static let fileUnmade = Self("file-unmade", exit: .cannotCreate)
  static let paperTooLarge = Self("paper-too-large", exit: .badData)
  static let versionMissing = Self("version-missing", exit: .notFound)
  static let passphraseMissing = Self("passphrase-missing", exit: .usage)
  static let passphraseShort = Self("passphrase-short", exit: .badData)
  static let passphraseUnlike = Self("passphrase-unlike", exit: .badData)
  static let keyNone = Self("key-none", exit: .notFound)
  static let keyNeeded = Self("key-needed", exit: .usage)
  static let outputFailed = Self("output-failed", exit: .inputOutput)
  static let archiveIsNoLog = Self("archive-is-no-log", exit: .badData)
  static let keysAreNoLog = Self("keys-are-no-log", exit: .badData)
  static let viewsAreNoLog = Self("views-are-no-log", exit: .badData)
  static let wordsNamePerson = Self("words-name-person", exit: .badData)
  static let documentFormat = Self("document-format", exit: .usage)
  static let documentMissing = Self("document-missing", exit: .notFound)
  static let voteOpen = Self("vote-open", exit: .notPermitted)
  static let unexpected = Self("unexpected", exit: .internalError)

  /// Every code that `admin` itself throws.
  static let adminCodes: [Self] = [
    .nounUnknown, .verbUnknown, .optionUnknown, .optionBeforeCommand, .optionMissing,
    .optionRepeated, .flagWithValue, .valueMissing, .optionUnreadable, .optionChoice,
    .argumentUnexpected, .topicUnknown, .columnUnknown, .filterUnreadable,
    .optionUnsuited, .clockUnreadable, .networkMissing, .positionMissing, .networkExists,
    .folderUnmade, .fileUnmade, .explainUnknown, .applyUndecided,
    .scratchFailed, .templateUnknown,
    .rulesMissing, .thingMissing, .answersEnded, .planUnreadable, .planOtherRules, .planOtherDay,
    .paperTooLarge, .versionMissing, .passphraseMissing, .passphraseShort, .passphraseUnlike,
    .keyNone, .keyNeeded, .answerDeclined, .outputFailed, .networkUnfounded, .eventTypeUnknown,
    .answerUnreadable, .answerNoState, .answerChoice, .answersUnasked, .templateMisnamed,
    .templateNameTaken,
    .archiveIsNoLog, .keysAreNoLog, .viewsAreNoLog, .wordsNamePerson,
    .documentFormat, .documentMissing, .attendanceUnclear, .readerUnknown, .letterUnaddressed,
    .activityEndsBefore, .chainUnknown, .clockBeyond, .programmeVersionMissing, .tickAhead,
    .subgroupWithoutRules, .voteOpen, .yearUnfit, .meetingWithoutDay, .meetingsNoneDated,
    .unexpected,
  ]
}
