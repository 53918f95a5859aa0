package org.countinghouse.server.api.consolidation;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.consolidation.AccountRange;
import org.countinghouse.consolidation.Group;
import org.countinghouse.consolidation.GroupAccount;
import org.countinghouse.consolidation.GroupChart;
import org.countinghouse.consolidation.GroupTemplate;
import org.countinghouse.consolidation.Groups;
import org.countinghouse.consolidation.HistoricalRate;
import org.countinghouse.consolidation.IntercompanyPair;
import org.countinghouse.consolidation.NewGroup;
import org.countinghouse.consolidation.NewPair;
import org.countinghouse.consolidation.PairKind;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.consolidation.ConsolidationViews.GroupView;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What groups are made of: members, chart, mappings, intercompany pairs, historical rates. To
 * change any of it one needs {@code consolidation.group:manage} in every member.
 */
@RestController
@RequestMapping("/api/consolidation/groups")
class GroupController {

  private static final String READ = "consolidation.group:read";
  private static final String MANAGE = "consolidation.group:manage";

  private final Groups groups;
  private final GroupChart chart;
  private final GroupTemplate template;

  GroupController(Groups groups, GroupChart chart, GroupTemplate template) {
    this.groups = groups;
    this.chart = chart;
    this.template = template;
  }

  /**
   * A group to set up.
   *
   * @param parent code of the company that consolidates
   * @param members codes of the others
   * @param tolerance in the group's currency
   * @param template whether it gets the chart and mappings that come with the product
   */
  record GroupRequest(
      String code,
      String name,
      String parent,
      List<String> members,
      String currency,
      BigDecimal tolerance,
      boolean template) {}

  /** Two accounts that say the same; members by code. */
  record PairRequest(
      PairKind kind,
      String name,
      String memberA,
      String accountA,
      String memberB,
      String accountB) {}

  /** A rate fixed by hand, group currency for one of the member's, and why. */
  record RateRequest(BigDecimal rate, String reason) {}

  /** The groups of which the caller may see every member. */
  @GetMapping
  List<GroupView> list(Caller caller) {
    return groups.visibleTo(caller.actor(), READ).stream().map(this::view).toList();
  }

  @PostMapping
  ResponseEntity<GroupView> create(@RequestBody GroupRequest request, Caller caller) {
    Organization parent = caller.organization(request.parent(), MANAGE);
    List<Organization> members =
        request.members().stream()
            .filter(code -> !code.equals(request.parent()))
            .map(code -> caller.organization(code, MANAGE))
            .toList();
    Group group =
        groups.create(
            new NewGroup(
                parent.id(),
                request.code(),
                request.name(),
                Currency.getInstance(request.currency()),
                request.tolerance()),
            caller.actor());
    members.forEach(member -> groups.addMember(group, member.id(), caller.actor()));
    if (request.template()) {
      template.install(group, caller.actor());
    }
    return ResponseEntity.created(URI.create("/api/consolidation/groups/" + group.code()))
        .body(view(group));
  }

  @GetMapping("/{code}")
  GroupView group(@PathVariable String code, Caller caller) {
    return view(readable(code, caller));
  }

  /** The group's chart. */
  @GetMapping("/{code}/accounts")
  List<GroupAccount> accounts(@PathVariable String code, Caller caller) {
    return chart.accounts(readable(code, caller));
  }

  /** Adds accounts to the group's chart or says anew what they are. */
  @PutMapping("/{code}/accounts")
  List<GroupAccount> defineAccounts(
      @PathVariable String code, @RequestBody List<GroupAccount> accounts, Caller caller) {
    Group group = manageable(code, caller);
    chart.defineAccounts(group, accounts, caller.actor());
    return chart.accounts(group);
  }

  /** Which of the group's accounts a member's accounts are part of. */
  @GetMapping("/{code}/mappings/{member}")
  List<AccountRange> mapping(
      @PathVariable String code, @PathVariable String member, Caller caller) {
    Group group = readable(code, caller);
    return chart.mapping(group, caller.organization(member).id());
  }

  /** Replaces a member's mapping. */
  @PutMapping("/{code}/mappings/{member}")
  List<AccountRange> map(
      @PathVariable String code,
      @PathVariable String member,
      @RequestBody List<AccountRange> ranges,
      Caller caller) {
    Group group = manageable(code, caller);
    UUID memberId = caller.organization(member).id();
    chart.map(group, memberId, ranges, caller.actor());
    return chart.mapping(group, memberId);
  }

  @GetMapping("/{code}/pairs")
  List<IntercompanyPair> pairs(@PathVariable String code, Caller caller) {
    return chart.pairs(readable(code, caller));
  }

  @PostMapping("/{code}/pairs")
  @ResponseStatus(HttpStatus.CREATED)
  IntercompanyPair pair(
      @PathVariable String code, @RequestBody PairRequest request, Caller caller) {
    Group group = manageable(code, caller);
    return chart.pair(
        group,
        new NewPair(
            request.kind(),
            request.name(),
            caller.organization(request.memberA()).id(),
            request.accountA(),
            caller.organization(request.memberB()).id(),
            request.accountB()),
        caller.actor());
  }

  @DeleteMapping("/{code}/pairs/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unpair(@PathVariable String code, @PathVariable UUID id, Caller caller) {
    chart.unpair(manageable(code, caller), id, caller.actor());
  }

  /** Rates of accounts whose money came in before the published rates begin. */
  @GetMapping("/{code}/historical-rates")
  List<HistoricalRate> rates(@PathVariable String code, Caller caller) {
    return chart.fixedRates(readable(code, caller));
  }

  @PutMapping("/{code}/historical-rates/{member}/{account}")
  List<HistoricalRate> fixRate(
      @PathVariable String code,
      @PathVariable String member,
      @PathVariable String account,
      @RequestBody RateRequest request,
      Caller caller) {
    Group group = manageable(code, caller);
    chart.fixRate(
        group,
        new HistoricalRate(
            caller.organization(member).id(), account, request.rate(), request.reason()),
        caller.actor());
    return chart.fixedRates(group);
  }

  private Group readable(String code, Caller caller) {
    Group group = groups.byCode(code);
    groups.require(caller.actor(), READ, group);
    return group;
  }

  private Group manageable(String code, Caller caller) {
    Group group = groups.byCode(code);
    groups.require(caller.actor(), MANAGE, group);
    return group;
  }

  private GroupView view(Group group) {
    return new GroupView(
        group.code(),
        group.name(),
        group.currency().getCurrencyCode(),
        ConsolidationViews.text(group.tolerance()),
        groups.member(group, group.organizationId()).code(),
        groups.members(group).stream().map(Organization::code).toList());
  }
}
