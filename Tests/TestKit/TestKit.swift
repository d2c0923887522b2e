package enum TestKit {}
