"""Makes the workbooks beside it: `python3 make.py` with Debian's python3-openpyxl and libreoffice-calc."""

import datetime
import subprocess

import openpyxl
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table, TableStyleInfo

FIGURES = "#,##0_);(#,##0)"


def loan(path, epoch=None, charts=0):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "Loan"
    sheet["A1"] = "Loan of the plant"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.row_dimensions[1].height = 28
    sheet["A3"] = "Date"
    sheet["B3"] = datetime.datetime(2000, 9, 12)
    sheet["A4"] = "Balance"
    sheet["B4"] = '=_xldudf_LOANBALANCE(B3,"Exhibit 10.10")'
    sheet["B4"].number_format = '"$"#,##0'
    sheet["A5"] = "Due"
    sheet["B5"] = "=B3+30"
    for cell in ("B3", "B5"):
        sheet[cell].number_format = "mmm d, yyyy"
    sheet["B3"].fill = PatternFill("solid", fgColor="FFFFF2CC")
    sheet["A6"] = "Text"
    sheet["B6"] = "=1+1"
    sheet["B6"].data_type = "s"
    sheet["A7"] = "Error"
    sheet["B7"] = "#N/A"
    sheet["B7"].data_type = "e"
    for row, values in enumerate([("Quarter", "Income"), ("Q1", 377000), ("Q2", -462000), ("Q3", 12345.5), ("Q4", 0)], 9):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value).number_format = FIGURES if row > 9 and column > 1 else "General"
    sheet["A14"] = "Total"
    sheet["B14"] = "=SUM(B10:B13)"
    sheet["B14"].number_format = FIGURES
    sheet["B14"].border = Border(bottom=Side(style="double"))
    table = Table(displayName="Income", ref="A9:B13")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    sheet.add_table(table)
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = 16
    sheet.merge_cells("D3:E4")
    sheet["D3"] = "merged"
    sheet["D3"].alignment = Alignment(horizontal="center", wrap_text=True)
    sheet.freeze_panes = "B3"
    for at in range(charts):
        chart = LineChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=9, max_row=13), titles_from_data=True)
        sheet.add_chart(chart, f"G{2 + 15 * at}")
    if charts:
        sheet["A3"].comment = Comment("As agreed", "Controller")
        rule = CellIsRule(operator="lessThan", formula=["0"], font=Font(color="FFC00000"))
        sheet.conditional_formatting.add("B10:B13", rule)
    book.defined_names.append(DefinedName("Terms", attr_text="Loan!$A$3:$B$5"))
    hidden = book.create_sheet("Secret")
    hidden["A1"] = "hidden"
    hidden.sheet_state = "hidden"
    book.save(path)


loan("openpyxl.xlsx", charts=3)
loan("openpyxl1904.xlsx", epoch=CALENDAR_MAC_1904)
loan("plain.xlsx")
subprocess.run(["soffice", "--headless", "--convert-to", "ods", "plain.xlsx"], check=True)
subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "plain.ods"], check=True)
subprocess.run(["mv", "plain.xlsx", "libreoffice.xlsx"], check=True)
subprocess.run(["rm", "plain.ods"], check=True)
