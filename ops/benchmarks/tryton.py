"""Posts two-line moves with Tryton's own API: create and post in slices of 20, the best size found.

The server is that of PGHOST, PGPORT, PGUSER, PGPASSWORD; a database is made on it and dropped again.
Prints lines per second as its last word. Needs the Debian packages tryton-server,
tryton-modules-account, tryton-proteus and python3-psycopg2.

usage: python3 tryton.py [moves, default 500]
"""
import datetime
import os
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from urllib.parse import quote

import psycopg2

MOVES = int(sys.argv[1]) if len(sys.argv) > 1 else 500
SLICE = 20
DATABASE = "tryton_benchmark"


def server(database):
    connection = psycopg2.connect(dbname=database)
    connection.autocommit = True
    return connection


def execute(statement):
    connection = server("postgres")
    connection.cursor().execute(statement)
    connection.close()


def configure(folder):
    path = os.path.join(folder, "trytond.conf")
    with open(path, "w") as config:
        config.write(
            "[database]\nuri = postgresql://%s:%s@%s:%s/\n"
            % (
                os.environ["PGUSER"],
                quote(os.environ["PGPASSWORD"]),
                os.environ["PGHOST"],
                os.environ["PGPORT"],
            )
        )
    secret = os.path.join(folder, "password")
    with open(secret, "w") as file:
        file.write("admin-of-a-benchmark")
    subprocess.run(
        ["trytond-admin", "-c", path, "-d", DATABASE, "--all", "--email", "a@example.org"],
        env=dict(os.environ, TRYTONPASSFILE=secret),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return path


def books(config_file):
    """A company with Tryton's minimal chart and the periods of this year."""
    os.environ["DB_NAME"] = DATABASE
    from proteus import Model, config

    config.set_trytond(DATABASE, config_file=config_file)
    module = Model.get("ir.module")
    account, = module.find([("name", "=", "account")])
    account.click("activate")
    from proteus import Wizard

    Wizard("ir.module.activate_upgrade").execute("upgrade")
    from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, get_accounts
    from trytond.modules.company.tests.tools import create_company, get_company

    create_company()
    company = get_company()
    create_chart(company)
    year = create_fiscalyear(company)
    year.click("create_period")
    accounts = get_accounts(company)
    today = datetime.date.today()
    period = [p for p in year.periods if p.start_date <= today <= p.end_date][0]
    journal, = Model.get("account.journal").find([("code", "=", "CASH")])
    return company.id, period.id, journal.id, accounts["revenue"].id, accounts["expense"].id


def post(company, period, journal, revenue, expense):
    from trytond.pool import Pool
    from trytond.transaction import Transaction

    def line(account, debit, credit):
        return {"account": account, "debit": debit, "credit": credit}

    amount, nothing = Decimal("12.50"), Decimal(0)
    with Transaction().start(DATABASE, 1, context={"company": company}) as transaction:
        move = Pool().get("account.move")
        values = [
            {
                "company": company,
                "period": period,
                "journal": journal,
                "date": datetime.date.today(),
                "description": "Invoice %d" % number,
                "lines": [("create", [line(expense, amount, nothing), line(revenue, nothing, amount)])],
            }
            for number in range(MOVES)
        ]
        begun = time.time()
        for at in range(0, MOVES, SLICE):
            move.post(move.create(values[at : at + SLICE]))
        transaction.commit()
        return 2 * MOVES / (time.time() - begun)


execute("drop database if exists %s" % DATABASE)
execute("create database %s" % DATABASE)
try:
    with tempfile.TemporaryDirectory() as folder:
        rate = post(*books(configure(folder)))
        print("tryton: %d moves of two lines created and posted, lines/s: %.1f" % (MOVES, rate))
finally:
    execute("drop database if exists %s with (force)" % DATABASE)
