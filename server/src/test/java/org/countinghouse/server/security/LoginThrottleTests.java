package org.countinghouse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

  private final Time time = new Time();
  private final LoginThrottle throttle = new LoginThrottle(time);

  @Test
  void waitDoublesUpToAMinute() {
    attempts(5, "anna", "10.0.0.1");
    Duration last = Duration.ZERO;
    for (int more = 0; more < 10; more++) {
      Duration wait = throttle.attempt("anna", "10.0.0.1");
      assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofMinutes(1));
      last = wait;
      time.pass(wait);
      assertThat(throttle.attempt("anna", "10.0.0.1")).isZero();
    }
    assertThat(last).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void thousandGuessesInARowTryFewPasswords() {
    int tried = 0;
    for (int guess = 0; guess < 1000; guess++) {
      if (throttle.attempt("anna", "10.0.0.1").isZero()) {
        tried++;
      }
      time.pass(Duration.ofMillis(100));
    }
    assertThat(tried).isLessThan(12);
  }

  @Test
  void oneNameFromManyAddressesIsSlowedDownToo() {
    for (int address = 0; address < 20; address++) {
      assertThat(throttle.attempt("anna", "10.0.1." + address)).isZero();
    }
    assertThat(throttle.attempt("anna", "10.0.2.1")).isPositive();
    assertThat(throttle.attempt("bert", "10.0.2.1")).isZero();
  }

  @Test
  void manyNamesFromOneAddressAreSlowedDownToo() {
    for (int name = 0; name < 40; name++) {
      assertThat(throttle.attempt("user" + name, "10.0.0.1")).isZero();
    }
    assertThat(throttle.attempt("another", "10.0.0.1")).isPositive();
    assertThat(throttle.attempt("another", "10.0.0.2")).isZero();
  }

  @Test
  void successAndTimeForgive() {
    attempts(4, "anna", "10.0.0.1");
    throttle.succeeded("anna", "10.0.0.1");
    attempts(5, "anna", "10.0.0.1");
    assertThat(throttle.attempt("anna", "10.0.0.1")).isPositive();

    time.pass(Duration.ofMinutes(16));
    attempts(5, "anna", "10.0.0.1");
  }

  private void attempts(int count, String name, String address) {
    for (int i = 0; i < count; i++) {
      assertThat(throttle.attempt(name, address)).isZero();
    }
  }

  private static final class Time extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
