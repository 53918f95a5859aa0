package org.countinghouse.server.api.assets;

import jakarta.validation.Valid;
import java.util.List;
import org.countinghouse.assets.AssetCategories;
import org.countinghouse.assets.AssetCategory;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.api.assets.AssetViews.CategoryBody;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of fixed assets. */
@RestController
@RequestMapping("/api/assets/categories")
class AssetCategoryController {

  private final AssetCategories categories;

  AssetCategoryController(AssetCategories categories) {
    this.categories = categories;
  }

  /** Categories, by code. */
  @GetMapping
  List<AssetCategory> list(@RequestParam String organization, Caller caller) {
    return categories.list(caller.organization(organization, "assets.asset:read").id());
  }

  /** Adds a category. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AssetCategory create(
      @RequestParam String organization, @RequestBody @Valid CategoryBody wanted, Caller caller) {
    Organization where = caller.organization(organization, "assets.category:manage");
    return categories.create(wanted.value(where.id()), caller.actor());
  }
}
