package org.countinghouse.routes.supplierinvoices.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.countinghouse.routes.RouteReadiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compiles the common rule sets in the background after the start, so that no supplier waits for
 * it, and proves with a known good invoice that the rules work at all: with a broken XML stack they
 * would call every document invalid.
 */
@Component
class RulesWarmUp implements RouteReadiness {

  private static final Logger LOG = LoggerFactory.getLogger(RulesWarmUp.class);

  private final OfficialRules rules;
  private final EInvoiceReader reader;
  private final boolean enabled;
  private volatile State state = State.STARTING;

  RulesWarmUp(
      OfficialRules rules,
      EInvoiceReader reader,
      @Value("${camel.main.auto-startup:true}") boolean enabled) {
    this.rules = rules;
    this.reader = reader;
    this.enabled = enabled;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (enabled) {
      var thread = new Thread(this::warmUp, "e-invoice-rules");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  @Override
  public String name() {
    return "e-invoice-rules";
  }

  @Override
  public State state() {
    return state;
  }

  void warmUp() {
    try {
      var reading = reader.read(knownGood());
      if (reading.applicable().isEmpty()) {
        state = State.BROKEN;
        LOG.error("The e-invoice rules refuse a known good invoice: {}", reading.errors());
        return;
      }
      Profile.common().forEach(rules::compile);
      state = State.READY;
      LOG.info("The e-invoice rules are compiled");
    } catch (RuntimeException e) {
      state = State.BROKEN;
      LOG.error("The e-invoice rules do not work", e);
    }
  }

  private static byte[] knownGood() {
    try (InputStream content = RulesWarmUp.class.getResourceAsStream("known-good-invoice.xml")) {
      if (content == null) {
        throw new IllegalStateException("known-good-invoice.xml is missing from this build");
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
