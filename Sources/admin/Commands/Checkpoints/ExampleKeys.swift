/// Public keys for the lines of the help; nobody has their secrets in use.
enum ExampleKeys {
  static let log =
    "nep.example/log+64681f6c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
  static let witness =
    "watch.example/acta+782105a4+BP0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY"
}
