package org.countinghouse.routes.assets.table;

import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.Asset;
import org.countinghouse.assets.AssetImport;
import org.countinghouse.assets.Assets;
import org.countinghouse.assets.NewAsset;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.tables.TableDocuments;
import org.springframework.stereotype.Component;

/** Enters the assets of a file, all or none. */
@Component
class AssetTableHandler implements DocumentHandler<List<NewAsset>> {

  private static final int LINKS_MAX = 50;

  private final AssetImport imports;
  private final Assets assets;

  AssetTableHandler(AssetImport imports, Assets assets) {
    this.imports = imports;
    this.assets = assets;
  }

  @Override
  public String channel() {
    return "assets";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return TableDocuments.looksLikeTable(document);
  }

  @Override
  public Reading<List<NewAsset>> read(IncomingDocument document) {
    return TableDocuments.read(
        () -> {
          List<NewAsset> wanted = imports.read(document.organizationId(), document.bytes());
          return Reading.of(wanted, wanted.size() + " fixed assets", List.of());
        });
  }

  @Override
  public Outcome apply(IncomingDocument document, List<NewAsset> wanted) {
    List<Asset> entered =
        assets.registerAll(document.organizationId(), wanted, Actor.system("inbox"));
    return Outcome.accepted(
        entered.stream()
            .limit(LINKS_MAX)
            .map(asset -> new Link("assets.asset", asset.id(), asset.number()))
            .toArray(Link[]::new));
  }
}
