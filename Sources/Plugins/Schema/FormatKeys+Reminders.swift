extension FormatKeys {
  /// The keys of letters that remind.
  static let reminders = """
    governance.sender | text | The address of the office that letters come from.
    governance.reminders | object | When letters remind of what is due, by matter; what is not named is reminded of as is usual.
    governance.reminders.* | object | When letters remind of one matter; without a period there are none.
    governance.reminders.*.before | list period | How long before the day due a letter is written.
    governance.reminders.*.after | list period | How long after the day due another one is written.
    governance.reminders.*.every | period? | How long the confirmation of a seat's holder holds.
    governance.reminders.*.source | source | Where this comes from.
    governance.reminders.*.id | text | What decisions cite.

    """
}
