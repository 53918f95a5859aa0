package org.countinghouse.server.api.payables;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.documents.Document;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierStatement;
import org.countinghouse.payables.SupplierStatements;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.api.payables.PayablesViews.Amount;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The account of a supplier with us. */
@RestController
@RequestMapping("/api/payables/suppliers/{id}/statement")
class SupplierStatementController {

  private static final String READ = "payables.item:read";

  private final SupplierStatements statements;
  private final Suppliers suppliers;

  SupplierStatementController(SupplierStatements statements, Suppliers suppliers) {
    this.statements = statements;
    this.suppliers = suppliers;
  }

  /** What was owed, paid and is owed still, by currency. */
  @GetMapping
  StatementView statement(
      @PathVariable UUID id,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      Caller caller) {
    requireRight(id, caller);
    return StatementView.of(statements.of(id, from, to));
  }

  /** The same as a letter to the supplier; its content is among the documents. */
  @PostMapping("/prints")
  @ResponseStatus(HttpStatus.CREATED)
  Document print(
      @PathVariable UUID id,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      Caller caller) {
    requireRight(id, caller);
    return statements.print(id, from, to);
  }

  private void requireRight(UUID id, Caller caller) {
    Supplier supplier = suppliers.require(id);
    caller.require(READ, supplier.organizationId());
  }

  /** A statement; amounts are text. */
  record StatementView(
      UUID supplierId,
      String supplierNumber,
      String supplierName,
      LocalDate from,
      LocalDate to,
      List<AccountView> accounts) {

    static StatementView of(SupplierStatement statement) {
      Supplier supplier = statement.supplier();
      return new StatementView(
          supplier.id(),
          supplier.number(),
          supplier.name(),
          statement.from(),
          statement.to(),
          statement.accounts().stream().map(AccountView::of).toList());
    }
  }

  /** One currency of it. */
  record AccountView(Amount opening, List<LineView> lines, Amount closing) {

    static AccountView of(SupplierStatement.Account account) {
      return new AccountView(
          Amount.of(account.opening()),
          account.lines().stream().map(LineView::of).toList(),
          Amount.of(account.closing()));
    }
  }

  /** One movement. */
  record LineView(
      LocalDate day,
      SupplierStatement.Kind kind,
      String number,
      String reference,
      @Nullable LocalDate dueOn,
      Amount amount,
      Amount discount,
      Amount balance) {

    static LineView of(SupplierStatement.Line line) {
      return new LineView(
          line.day(),
          line.kind(),
          line.number(),
          line.reference(),
          line.dueOn(),
          Amount.of(line.amount()),
          Amount.of(line.discount()),
          Amount.of(line.balance()));
    }
  }
}
