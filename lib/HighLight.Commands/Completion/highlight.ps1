# Completion of highlight in PowerShell. In $PROFILE:  highlight completion pwsh | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName highlight -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $typed = $commandAst.Extent.Text
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $text = if ($length -gt $typed.Length) { $typed + ' ' } else { $typed.Substring(0, $length) }

    # Double quotes do not survive the call in Windows PowerShell.
    $text = $text.Replace('"', "'")
    $tool = $commandAst.CommandElements[0].Value
    & $tool '[suggest]' $text 2>$null | ForEach-Object {
        # Of a list PowerShell replaces the last name alone.
        $value = if ($wordToComplete.Contains(',')) { $_ } else { $_.Substring($_.LastIndexOf(',') + 1) }

        # PowerShell takes typographic quotes for quotes, and a word that begins with @ for a variable.
        $literal = [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($value)
        $quoted = if ($value -match '^@|[^-\w./:=+@%~\\]') { "'$literal'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $value)
    }
}
